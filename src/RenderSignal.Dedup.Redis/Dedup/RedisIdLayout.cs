using Microsoft.Extensions.Options;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// The ids of mails that are done: a sorted set by the second in which they were done, beside the set of the reference (REFERENCE
/// section 5), which is read but no longer written, so that a site switches over with its history.
/// </summary>
internal sealed class RedisIdLayout(
    IOptions<RedisOptions> options, IOptions<RenderSignalOptions> retention, RedisGeneration generation, IClock clock)
{
    private const string IsProcessed = RedisGeneration.Guard + """
        local at = redis.call('ZSCORE', KEYS[2], ARGV[2])
        if at and tonumber(at) > tonumber(ARGV[3]) then
            return 1
        end
        return redis.call('SISMEMBER', KEYS[3], ARGV[2])
        """;

    private const string Forget = """
        local known = 0
        for i = 2, #ARGV do
            local at = redis.call('ZSCORE', KEYS[1], ARGV[i])
            if at then
                redis.call('ZREM', KEYS[1], ARGV[i])
            end
            if redis.call('SREM', KEYS[2], ARGV[i]) == 1 or (at and tonumber(at) > tonumber(ARGV[1])) then
                known = known + 1
            end
        end
        return known
        """;

    private readonly RedisKey _byTime = options.Value.ProcessedEmailIdsKey + RedisOptions.ByTime;
    private readonly TimeSpan _retention = TimeSpan.FromDays(retention.Value.RetentionDays);

    /// <summary>The set of the reference.</summary>
    public RedisKey OldSet { get; } = options.Value.ProcessedEmailIdsKey;

    private long Now => clock.GetCurrentInstant().ToUnixTimeSeconds();

    private long Oldest => Now - (long)_retention.TotalSeconds;

    /// <exception cref="RedisServerException">This is another Redis than the one that is in use.</exception>
    public async Task<bool> HasAsync(IDatabase database, string emailId) =>
        (bool)await database.ScriptEvaluateAsync(IsProcessed, [RedisGeneration.Key, _byTime, OldSet], [generation.Current, emailId, Oldest]);

    /// <summary>Remembers ids that are done now. May be repeated.</summary>
    public Task MarkAsync(IDatabase database, params IReadOnlyCollection<string> emailIds)
    {
        var now = Now;
        return RedisTimedSet.AddAsync(database, _byTime, [.. emailIds.Select(id => new SortedSetEntry(id, now))], Oldest, _retention);
    }

    /// <summary>Forgets ids, wherever they are remembered. Says whether any was.</summary>
    public async Task<bool> ForgetAsync(IDatabase database, params IReadOnlyCollection<string> emailIds) =>
        emailIds.Count > 0 && (int)await database.ScriptEvaluateAsync(
            Forget, [_byTime, OldSet], [Oldest, .. emailIds.Select(id => (RedisValue)id)]) > 0;

    /// <summary>Gives it ids with their own times. Says how many it did not have.</summary>
    public Task<int> AddAsync(IDatabase database, IReadOnlyCollection<EmailIdEntry> entries) => RedisTimedSet.AddAsync(
        database, _byTime, [.. entries.Select(entry => new SortedSetEntry(entry.EmailId, entry.ProcessedAt.ToUnixTimeSeconds()))], Oldest, _retention);

    /// <summary>The ids that were done from an instant on, in batches.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<EmailIdEntry>> ReadSinceAsync(IDatabase database, Instant since)
    {
        var oldest = since == Instant.MinValue ? Oldest + 1 : since.ToUnixTimeSeconds();
        await foreach (var batch in RedisTimedSet.ReadAsync(database, _byTime, oldest))
        {
            yield return [.. batch.Select(entry => new EmailIdEntry(entry.Element.ToString(), Instant.FromUnixTimeSeconds((long)entry.Score)))];
        }
    }
}
