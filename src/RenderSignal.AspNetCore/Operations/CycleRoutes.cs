using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>A poll cycle now.</summary>
internal static class CycleRoutes
{
    public static void Map(RouteTable routes) => routes.Post("/api/check_emails_and_download", RequestAsync)
        .Produces<CycleAnswer>(StatusCodes.Status202Accepted)
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable)
        .WithSummary("Has the mailbox polled now");

    /// <summary>What must be set before a cycle can do anything: one sentence each. Empty: nothing.</summary>
    public static IReadOnlyList<string> MissingSettings(ICycleTrigger? trigger, WebhookSettings webhooks) =>
    [
        .. trigger?.MissingSettings ?? ["This application polls no mailbox: it does not call AddImap()."],
        .. HasReceiver(webhooks) ? [] : (string[])["No receiver is set: write WEBHOOK_URL, or webhook_url in the settings."],
    ];

    private static async Task<IResult> RequestAsync(
        IServiceProvider services, ISettingsReader settings, PollActivity activity, IClock clock, ILogger<ICycleTrigger> logger, CancellationToken cancellationToken)
    {
        var trigger = services.GetService<ICycleTrigger>();
        var missing = MissingSettings(trigger, (await settings.GetAsync(cancellationToken)).Webhooks);
        if (missing.Count > 0)
        {
            return Failure.Result(StatusCodes.Status503ServiceUnavailable, string.Join(' ', missing));
        }

        var askedAt = ApiTime.Format(clock.GetCurrentInstant());
        var answer = activity.Current.Progress is null
            ? new CycleAnswer("requested", "The mailbox is polled now.", askedAt)
            : new CycleAnswer("running", "A cycle runs; the next one begins when it has ended.", askedAt);
        trigger!.Request();
        OperationsLog.CycleRequested(logger);
        return Results.Json(answer, ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static bool HasReceiver(WebhookSettings webhooks) =>
        new[] { webhooks.Url, webhooks.PresenceTrueUrl, webhooks.PresenceFalseUrl, webhooks.RecadrageMakeUrl, webhooks.DesaboMakeUrl }
            .Any(address => !string.IsNullOrWhiteSpace(address));
}
