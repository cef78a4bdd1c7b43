using Microsoft.AspNetCore.Http;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>A test of the presence hooks. It is no mail: neither the ledger nor the hourly limit knows of it.</summary>
internal static class PresenceTestRoutes
{
    public static void Map(RouteTable routes) => routes.Post("/api/test_presence_webhook", SendAsync)
        .WithJsonBody<PresenceTestBody>()
        .Produces<PresenceTestAnswer>()
        .Produces<Failure>(StatusCodes.Status400BadRequest)
        .Produces<PresenceTestAnswer>(StatusCodes.Status502BadGateway)
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable)
        .WithSummary("Sends a test to a presence hook");

    private static async Task<IResult> SendAsync(
        HttpRequest request, ISettingsReader settings, IEnumerable<IDeliveryTarget> targets, IClock clock, CancellationToken cancellationToken)
    {
        var presence = SwitchField.Read(await JsonBody.ReadAsync(request), "presence");
        var test = PresenceTest.Invent(await settings.GetAsync(cancellationToken), presence, clock.GetCurrentInstant());
        if (string.IsNullOrWhiteSpace(test.Settings.Webhooks.PresenceUrl))
        {
            var (variable, field) = presence ? ("PRESENCE_TRUE_MAKE_WEBHOOK_URL", "presence_true_url") : ("PRESENCE_FALSE_MAKE_WEBHOOK_URL", "presence_false_url");
            return Failure.Result(StatusCodes.Status400BadRequest, $"{variable} is not set: write the hook there, or as {field} in the settings.");
        }

        // Of two targets for one route the later wins, as it does for mails.
        if (targets.LastOrDefault(target => target.Route == DeliveryRoutes.Presence) is not { } target)
        {
            return Failure.Result(StatusCodes.Status503ServiceUnavailable, "This application sends nothing to presence hooks: it does not call AddWebhooks().");
        }

        var answer = Tell(await target.DeliverAsync(test, cancellationToken));
        return Results.Json(answer, ApiJson.Options, statusCode: answer.Success ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);
    }

    private static PresenceTestAnswer Tell(DeliveryOutcome outcome)
    {
        var entry = outcome.Log is [.., var last] ? last : null;
        var message = outcome.Accepted ? "The hook accepted the test." : outcome.Error ?? "The hook did not accept the test.";
        return new(outcome.Accepted, message, entry?.StatusCode, entry?.DurationMs ?? 0);
    }
}
