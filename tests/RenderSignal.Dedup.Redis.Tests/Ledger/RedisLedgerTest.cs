using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public abstract class RedisLedgerTest : RedisTest
{
    protected const string Records = "r:ss:ledger:v1";
    protected const string Order = "r:ss:ledger_order:v1";
    protected const string Places = "r:ss:ledger_places:v1";
    protected const string WebhookLog = "r:ss:webhook_logs:v1";

    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 5, 10, 0);

    protected string PendingRecords => Data.File("redis_pending_ledger.jsonl");

    private protected static LedgerRecord Record(string id, int second = 0) => new()
    {
        Id = id,
        Status = EmailStatus.Sent,
        Reason = DecisionReason.Deliver,
        FirstSeenAt = Start + Duration.FromSeconds(second),
        DecidedAt = Start + Duration.FromSeconds(second),
    };

    private protected static WebhookLogEntry Send(string id, int second = 0) => new()
    {
        Timestamp = Start + Duration.FromSeconds(second),
        Type = WebhookLogType.Custom,
        EmailId = id,
        Status = WebhookLogStatus.Success,
        StatusCode = 200,
        Subject = "Lot é",
        Attempts = 1,
    };

    private protected static Task WriteAsync(RedisApp app, params IEnumerable<LedgerRecord> records) => Task.WhenAll(
        records.Select(record => app.Ledger.UpdateAsync(record.Id, _ => record, Cancellation)));

    private protected static Task SendAsync(RedisApp app, string id, int second) =>
        app.Ledger.UpdateAsync(id, stored => (stored ?? Record(id, second)).WithLog([Send(id, second)]), Cancellation);

    private protected static async Task<IEnumerable<string>> ListAsync(RedisApp app, LedgerQuery? query = null) =>
        (await app.Ledger.ListAsync(query ?? new LedgerQuery { Limit = 2000 }, Cancellation)).Records.Select(record => record.Id);

    private protected static async Task<IEnumerable<string>> LogAsync(RedisApp app) =>
        (await app.Ledger.ListLogAsync(Instant.MinValue, 1000, Cancellation)).Select(entry => $"{entry.EmailId} {(entry.Timestamp - Start).TotalSeconds}");

    protected async Task<string[]> ListRawAsync(string key) => (string[])(await CommandAsync(
        key == WebhookLog ? "LRANGE" : key == Order ? "ZRANGE" : "HKEYS", key == WebhookLog || key == Order ? [key, 0, -1] : [key]))!;

    protected async Task<RedisResult> ConfigureAsync(string setting, string value) => await CommandAsync("CONFIG", "SET", setting, value);
}
