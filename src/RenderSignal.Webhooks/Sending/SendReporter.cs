using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Tells everybody how a send ended: the pipeline, the webhook log, the operator's log, the metrics.</summary>
internal sealed class SendReporter(IClock clock, WebhooksMetrics metrics, ILogger<WebhookSender> logger)
{
    private static readonly Duration LongestPause = Duration.FromHours(24);

    public DeliveryOutcome Report(SendPlan plan, SendResult result, TimeSpan duration)
    {
        var now = clock.GetCurrentInstant();
        var entry = new WebhookLogEntry
        {
            Timestamp = now,
            Type = plan.LogType,
            EmailId = plan.Mail.Email.Id,
            Status = result.Accepted ? WebhookLogStatus.Success : WebhookLogStatus.Error,
            StatusCode = result.StatusCode,
            Error = result.Error is { } error ? ErrorText.Clean(error, plan.Address, plan.BearerToken) : null,
            TargetUrl = plan.Address is { } address ? WebhookAddress.Mask(address) : null,
            Subject = plan.Mail.Email.Subject,
            Attempts = result.Attempts,
            DurationMs = (long)duration.TotalMilliseconds,
        };
        var outcome = new DeliveryOutcome(result.Accepted, [entry])
        {
            NotBefore = !result.Accepted && result.RetryAfter is { } wait
                ? now + Duration.Min(Duration.FromTimeSpan(wait), LongestPause)
                : null,
        };

        metrics.SendEnded(plan.Route, entry.Status, duration);
        Write(plan, entry, outcome.NotBefore);
        return outcome;
    }

    private void Write(SendPlan plan, WebhookLogEntry entry, Instant? notBefore)
    {
        var subject = ErrorText.OneLine(plan.Mail.Email.Subject);
        var answer = entry.StatusCode is { } status ? $"status {status}" : "no answer";
        if (entry.Error is null)
        {
            logger.SendAccepted(subject, entry.TargetUrl, plan.Route, answer, entry.Attempts, entry.DurationMs, entry.EmailId);
            return;
        }

        var next = (plan.Route, notBefore) switch
        {
            _ when plan.Mail.IsByHand => "it was sent by hand and is not repeated",
            (DeliveryRoutes.Mirror, _) => "the mail itself was delivered, its copy is not sent again",
            (_, { } instant) => $"the mail is left until {instant}, as the receiver asks",
            _ => "the mail is left for the next cycle",
        };
        logger.SendFailed(subject, entry.TargetUrl, plan.Route, entry.Error, answer, entry.Attempts, entry.DurationMs, next, entry.EmailId);
    }
}
