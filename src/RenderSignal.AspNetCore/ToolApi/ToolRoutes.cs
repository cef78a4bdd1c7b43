using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RenderSignal.AspNetCore;

/// <summary><c>/api/test/*</c>: settings, log and memory for tools that bring a key, and may run in a browser on another origin.</summary>
internal static class ToolRoutes
{
    private const string Prefix = "/api/test";

    public static void Map(RouteGroupBuilder api)
    {
        var routes = new RouteTable(api.MapGroup("").AllowAnonymous().AddEndpointFilter<RouteGroupBuilder, ToolFilter>());
        WindowRoutes.MapOlderForm(routes, Prefix);
        ToolSettingsRoutes.Map(routes, Prefix);
        PreferenceRoutes.Map(routes, $"{Prefix}/get_processing_prefs", $"{Prefix}/update_processing_prefs");
        FlagRoutes.Map(routes, Prefix);
        WebhookLogRoutes.Map(routes, Prefix);
        routes.Post($"{Prefix}/clear_email_dedup", ForgetAsync).WithJsonBody<ForgetBody>()
            .WithSummary("Forgets that a mail is done, so that it is met as new when it is unseen again.");
        routes.AnswerPreflights();
        routes.AnswerWrongMethods();
    }

    private static async Task<ForgetAnswer> ForgetAsync(HttpRequest request, IDedupStore dedup, CancellationToken cancellationToken)
    {
        var emailId = JsonBody.Text(await JsonBody.ReadAsync(request), "email_id")
            ?? throw new RequestRejectedException(StatusCodes.Status400BadRequest, """email_id is missing or no text: send {"email_id": "…"}.""");
        return new(emailId, await dedup.ForgetProcessedAsync(emailId, cancellationToken));
    }
}
