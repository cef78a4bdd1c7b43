using NodaTime;

namespace RenderSignal.AspNetCore.Tests;

internal static class Records
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 5, 10, 0);

    /// <summary>A mail that was sent so many seconds after <see cref="Start"/>.</summary>
    public static LedgerRecord Sent(string id, int seconds = 0) => new()
    {
        Id = id,
        Uid = new MessageUid(1, 7),
        Subject = $"Lot {id}",
        Sender = "achats@example.test",
        Date = "Thu, 5 Nov 2026 11:00:00 +0100",
        Route = DeliveryRoutes.Custom,
        Status = EmailStatus.Sent,
        Reason = DecisionReason.Deliver,
        FirstSeenAt = Start,
        DecidedAt = Start + Duration.FromSeconds(seconds),
    };

    public static async Task WriteAsync(this TestApp app, params LedgerRecord[] records)
    {
        foreach (var record in records)
        {
            await app.Get<ILedger>().UpdateAsync(record.Id, _ => record, TestContext.Current.CancellationToken);
        }
    }
}
