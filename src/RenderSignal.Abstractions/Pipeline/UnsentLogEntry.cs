using NodaTime;

namespace RenderSignal;

/// <summary>What the webhook log says of a mail that was not sent (REFERENCE section 1, rows 8 and 9, and the filters).</summary>
internal static class UnsentLogEntry
{
    private const int NoContent = 204;
    private const int TooManyRequests = 429;

    public static IReadOnlyList<WebhookLogEntry> For(EmailEnvelope email, Decision decision, Instant now)
    {
        (string Status, int Code, string? Why)? said = decision.Reason switch
        {
            DecisionReason.NoDeliveryLink => (WebhookLogStatus.Skipped, NoContent, "no delivery link"),
            DecisionReason.AttachmentRequired => (WebhookLogStatus.Skipped, NoContent, "neither an attachment nor a delivery link"),
            DecisionReason.ExcludedKeyword or DecisionReason.TooLarge => (WebhookLogStatus.Skipped, NoContent, decision.Detail),
            DecisionReason.RateLimited => (WebhookLogStatus.Error, TooManyRequests, decision.Detail),
            _ => null,
        };
        return said is not { } entry
            ? []
            :
            [
                new()
                {
                    Timestamp = now,
                    Type = WebhookLogType.Custom,
                    EmailId = email.Id,
                    Status = entry.Status,
                    StatusCode = entry.Code,
                    Error = entry.Why,
                    Subject = email.Subject,
                },
            ];
    }
}
