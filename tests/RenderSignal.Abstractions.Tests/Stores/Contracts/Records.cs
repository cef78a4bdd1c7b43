using NodaTime;

namespace RenderSignal.Abstractions.Tests;

internal static class Records
{
    /// <summary>A record that says little.</summary>
    public static LedgerRecord At(IClock clock, string id) => new()
    {
        Id = id,
        Status = EmailStatus.Sent,
        Reason = DecisionReason.Deliver,
        FirstSeenAt = clock.GetCurrentInstant(),
        DecidedAt = clock.GetCurrentInstant(),
    };

    /// <summary>A record with a value in every field.</summary>
    public static LedgerRecord Full { get; } = new()
    {
        Id = "0123456789abcdef0123456789abcdef",
        Uid = new MessageUid(4_000_000_000, 7),
        Route = DeliveryRoutes.Recadrage,
        Subject = "Média Solution - Missions Recadrage - Lot 7 \"urgent\"\r\n\u2028 😀",
        Sender = "achats@example.test",
        Date = "Thu, 5 Nov 2026 11:00:00 +0100",
        Detector = DetectorNames.Recadrage,
        Status = EmailStatus.Failed,
        Reason = DecisionReason.GroupAlreadyProcessed,
        Detail = "the receiver answered 503",
        DetailValues = new Dictionary<string, string> { ["status"] = "503", ["said"] = "\"é\"" },
        FirstSeenAt = Instant.FromUtc(2026, 11, 5, 9, 59, 58),
        DecidedAt = Instant.FromUtc(2026, 11, 5, 10, 0) + Duration.FromNanoseconds(123_456_789),
        Log =
        [
            new WebhookLogEntry
            {
                Timestamp = Instant.FromUtc(2026, 11, 5, 10, 0),
                Type = WebhookLogType.Make,
                EmailId = "0123456789abcdef0123456789abcdef",
                Status = WebhookLogStatus.Error,
                StatusCode = 503,
                Error = "busy",
                TargetUrl = "https://hook.eu2.make.com/" + new string('x', 80),
                Subject = new string('é', 150),
                Attempts = 3,
                DurationMs = 12_345,
            },
            new WebhookLogEntry
            {
                Timestamp = Instant.FromUtc(2026, 11, 5, 10, 1),
                Type = WebhookLogType.Custom,
                EmailId = "x",
                Status = WebhookLogStatus.Skipped,
            },
        ],
    };
}
