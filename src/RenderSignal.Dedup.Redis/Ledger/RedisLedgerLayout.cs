using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// The ledger: a hash of records by id, a set of their <see cref="LedgerPlace"/>s (all of score 0, so that it is sorted by their texts) and
/// a hash of these by id. The webhook log is the reference's list (REFERENCE section 5), the newest last.
/// </summary>
internal sealed class RedisLedgerLayout(IOptions<RenderSignalOptions> options, ILogger<RedisLedgerLayout> logger)
{
    private const int MostLogEntries = 500;

    /// <summary>Whoever writes rubbish may write much of it.</summary>
    private const int MostTold = 1000;

    private static readonly RedisKey RecordsKey = "r:ss:ledger:v1";
    private static readonly RedisKey OrderKey = "r:ss:ledger_order:v1";
    private static readonly RedisKey PlacesKey = "r:ss:ledger_places:v1";
    private static readonly RedisKey LogKey = "r:ss:webhook_logs:v1";

    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public static Task CheckAsync(IDatabase database) => Task.WhenAll(
        database.HashExistsAsync(RecordsKey, ""), database.SortedSetLengthAsync(OrderKey), database.HashExistsAsync(PlacesKey, ""), database.ListLengthAsync(LogKey));

    public static Task<bool> ExistsAsync(IDatabase database) => database.KeyExistsAsync(RecordsKey);

    public static Task<RedisValue[]> GetAsync(IDatabase database, IEnumerable<string> ids) =>
        database.HashGetAsync(RecordsKey, [.. ids.Select(id => (RedisValue)id)]);

    public static Task<RedisValue> GetAsync(IDatabase database, string id) => database.HashGetAsync(RecordsKey, id);

    /// <summary>The place of a record as a text; null: there is none.</summary>
    public static async Task<string?> FindPlaceAsync(IDatabase database, string id) => await database.HashGetAsync(PlacesKey, id);

    /// <summary>Places between two texts, the newest first.</summary>
    public static async Task<string[]> ListPlacesAsync(IDatabase database, string above, string below, int limit) =>
        (await database.SortedSetRangeByValueAsync(OrderKey, above, below, Exclude.Both, Order.Descending, 0, limit)).ToStringArray()!;

    /// <summary>The webhook log, the newest first.</summary>
    public async Task<List<WebhookLogEntry>> ReadLogAsync(IDatabase database)
    {
        var texts = await database.ListRangeAsync(LogKey);
        var entries = texts.Reverse().Select(WebhookLogText.TryRead).OfType<WebhookLogEntry>().ToList();
        if (entries.Count < texts.Length)
        {
            logger.LogEntriesUnreadable(texts.Length - entries.Count, LogKey.ToString());
        }

        return entries;
    }

    /// <summary>Writes a record if what is stored is still what was read.</summary>
    /// <param name="database">Where to write.</param>
    /// <param name="read">What was read.</param>
    /// <param name="earlier">The same as a record; null: there was none, or none that can be read.</param>
    /// <param name="record">The record to write.</param>
    public async Task<LedgerWrite> WriteAsync(IDatabase database, RedisValue read, LedgerRecord? earlier, LedgerRecord record)
    {
        var log = WebhookLogChange.Between(earlier, record);
        return (LedgerWrite)(int)await database.ScriptEvaluateAsync(
            LedgerScripts.Write,
            [RecordsKey, OrderKey, PlacesKey, LogKey],
            [
                record.Id,
                read.IsNull ? RedisValue.EmptyString : read,
                LedgerRecordJson.Write(record),
                LedgerPlace.TextOf(record.DecidedAt),
                LedgerPlace.KindOf(record.Status, record.Reason),
                options.Value.LedgerRecords,
                MostLogEntries,
                log.Outdated.Count,
                .. log.Outdated.Concat(log.Added).Select(WebhookLogText.Write),
            ]);
    }

    /// <summary>The record; null, and said once, when it cannot be read; null when there is none.</summary>
    public LedgerRecord? TryRead(string id, RedisValue text)
    {
        try
        {
            return text.IsNull ? null : LedgerRecordJson.Read(((ReadOnlyMemory<byte>)text).Span);
        }
        catch (JsonException exception)
        {
            if (_told.Count < MostTold && _told.TryAdd(id, true))
            {
                logger.RecordUnreadable(PrintableText.For(id), RecordsKey.ToString(), exception.Message);
            }

            return null;
        }
    }
}
