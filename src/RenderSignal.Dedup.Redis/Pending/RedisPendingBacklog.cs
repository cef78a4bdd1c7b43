using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>What was done while Redis was away.</summary>
internal sealed class RedisPendingBacklog(
    PendingJournal journal, RedisIdLayout ids, RedisGroupLayout groups, RedisSendLayout sends, RedisRetryLayout retries, RedisOldSets oldSets) : IRedisBacklog
{
    private const int BatchSize = 500;

    public bool IsEmpty => journal.IsEmpty;

    public async Task CheckAsync(IDatabase database)
    {
        await ids.HasAsync(database, "");
        await groups.HasAsync(database, "");
    }

    public async Task WriteBackAsync(IDatabase database, Action<int> written, CancellationToken stopping)
    {
        await oldSets.LimitAsync(database);
        while (journal.Peek(BatchSize) is { Count: > 0 } batch)
        {
            stopping.ThrowIfCancellationRequested();
            await WriteAsync(database, batch);
            journal.Remove(batch.Count);
            written(batch.Count);
        }
    }

    /// <summary>Writes entries. May be repeated.</summary>
    private async Task WriteAsync(IDatabase database, List<PendingEntry> entries)
    {
        // Of an id that was forgotten and is done again, or the other way round, the last word counts.
        var byKind = entries
            .GroupBy(entry => (entry.Kind == PendingKind.ForgetEmail ? PendingKind.Email : entry.Kind, entry.Value), (_, same) => same.Last())
            .ToLookup(entry => entry.Kind);
        await ids.MarkAsync(database, Values(byKind[PendingKind.Email]));
        await ids.ForgetAsync(database, Values(byKind[PendingKind.ForgetEmail]));
        await groups.MarkAsync(database, [.. byKind[PendingKind.Group].Select(entry => (entry.Value, TimeOf(entry.ExpiresAtMs)))]);
        await sends.AddAsync(database, [.. byKind[PendingKind.Send].Select(entry => new SendEntry(entry.Value, TimeOf(entry.AtMs) ?? default))]);
        foreach (var entry in byKind[PendingKind.Retry])
        {
            await retries.PutAsync(database, entry.Value, retries.Parse(entry.State));
        }
    }

    private static string[] Values(IEnumerable<PendingEntry> entries) => [.. entries.Select(entry => entry.Value)];

    private static Instant? TimeOf(long? milliseconds) => milliseconds is { } known ? Instant.FromUnixTimeMilliseconds(known) : null;
}
