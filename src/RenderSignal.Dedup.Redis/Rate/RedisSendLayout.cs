using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The mails that were sent in the last hour: a sorted set by the millisecond. The reference has none.</summary>
internal sealed class RedisSendLayout(RedisGeneration generation, IClock clock)
{
    /// <summary>Counts and records in one step, so that of many servers none takes a place that is taken.</summary>
    private const string TryRecord = RedisGeneration.Guard + """
        local limit = tonumber(ARGV[5])
        if limit > 0 and redis.call('ZCOUNT', KEYS[2], ARGV[4], '+inf') >= limit then
            return 0
        end
        redis.call('ZADD', KEYS[2], 'GT', ARGV[3], ARGV[2])
        redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[4])
        redis.call('EXPIRE', KEYS[2], 7200)
        return 1
        """;

    private const string CountSince = RedisGeneration.Guard + "return redis.call('ZCOUNT', KEYS[2], ARGV[2], '+inf')";

    private static readonly RedisKey Key = "r:ss:send_rate:v1";
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>Records a send unless there were <paramref name="limit"/> in the hour before; 0: any number.</summary>
    /// <exception cref="RedisServerException">This is another Redis than the one that is in use.</exception>
    public async Task<bool> TryRecordAsync(IDatabase database, string emailId, Instant at, int limit) => (bool)await database.ScriptEvaluateAsync(
        TryRecord,
        [RedisGeneration.Key, Key],
        [generation.Current, emailId, at.ToUnixTimeMilliseconds(), (at - Hour).ToUnixTimeMilliseconds(), limit]);

    /// <exception cref="RedisServerException">This is another Redis than the one that is in use.</exception>
    public async Task<int> CountSinceAsync(IDatabase database, Instant since)
    {
        // A millisecond that has begun before the instant does not count, as a send in it may have been earlier.
        var from = (since + Duration.FromMilliseconds(1) - Duration.Epsilon).ToUnixTimeMilliseconds();
        return (int)await database.ScriptEvaluateAsync(CountSince, [RedisGeneration.Key, Key], [generation.Current, from]);
    }

    /// <summary>Gives it sends with their own times. Says how many it did not have.</summary>
    public Task<int> AddAsync(IDatabase database, IReadOnlyCollection<SendEntry> entries)
    {
        var oldest = (clock.GetCurrentInstant() - Hour).ToUnixTimeMilliseconds() - 1;
        var alive = entries.Select(entry => new SortedSetEntry(entry.EmailId, entry.SentAt.ToUnixTimeMilliseconds())).Where(entry => entry.Score > oldest);
        return RedisTimedSet.AddAsync(database, Key, [.. alive], oldest, TimeSpan.FromHours(2));
    }

    /// <summary>The sends of the last hour, in batches: few enough to read them all each time.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<SendEntry>> ReadAsync(IDatabase database)
    {
        await foreach (var batch in RedisTimedSet.ReadAsync(database, Key, (clock.GetCurrentInstant() - Hour).ToUnixTimeMilliseconds()))
        {
            yield return [.. batch.Select(entry => new SendEntry(entry.Element.ToString(), Instant.FromUnixTimeMilliseconds((long)entry.Score)))];
        }
    }
}
