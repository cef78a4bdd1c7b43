using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The hours of the day in which mails are sent.</summary>
internal static class WindowRoutes
{
    private const string Saved = "The window is saved; it is obeyed from the next mail on.";
    private const string ReadSummary = "The hours of the day in which mails are sent.";
    private const string ChangeSummary = "Changes the hours of the day in which mails are sent; both sides empty: always.";

    public static void MapForDashboard(RouteTable routes)
    {
        routes.Get("/api/webhooks/time-window", ReadAsync).WithSummary(ReadSummary);
        routes.Post("/api/webhooks/time-window", ChangeAsync).WithJsonBody<WindowBody>().WithSummary(ChangeSummary);
    }

    /// <summary>Tells the time zone with the window, and the window in force with a refusal.</summary>
    public static void MapOlderForm(RouteTable routes, string prefix)
    {
        routes.Get($"{prefix}/get_webhook_time_window", ReadWithZoneAsync).WithSummary(ReadSummary);
        routes.Post($"{prefix}/set_webhook_time_window", ChangeOrTellAsync).WithJsonBody<WindowBody>().WithSummary(ChangeSummary)
            .Produces<WindowAnswer>().Produces<WindowAnswer>(StatusCodes.Status400BadRequest);
    }

    private static async Task<WindowAnswer> ReadAsync(ISettingsReader settings, CancellationToken cancellationToken) =>
        WindowAnswer.From((await settings.GetAsync(cancellationToken)).Webhooks.Window);

    private static async Task<WindowAnswer> ReadWithZoneAsync(ISettingsReader reader, CancellationToken cancellationToken)
    {
        var settings = await reader.GetAsync(cancellationToken);
        return WindowAnswer.From(settings.Webhooks.Window) with { Timezone = settings.Polling.TimeZone.Id };
    }

    private static async Task<WindowAnswer> ChangeAsync(HttpRequest request, ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var change = await editor.ChangeAsync(SettingsDocument.WebhookTimeWindow, await JsonBody.ReadAsync(request), cancellationToken);
        return WindowAnswer.From(change.Settings.Webhooks.Window) with { Message = Saved };
    }

    private static async Task<IResult> ChangeOrTellAsync(
        HttpRequest request, ISettingsEditor editor, ISettingsReader settings, CancellationToken cancellationToken)
    {
        try
        {
            return Results.Json(await ChangeAsync(request, editor, cancellationToken), ApiJson.Options);
        }
        catch (SettingsRejectedException exception)
        {
            var inForce = await ReadAsync(settings, cancellationToken);
            return Results.Json(inForce with { Success = false, Message = exception.Message }, ApiJson.Options, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
