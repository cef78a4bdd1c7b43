using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>A sorted set of what happened by when it happened, which forgets what is old as it learns.</summary>
internal static class RedisTimedSet
{
    private const int BatchSize = 2_000;

    /// <summary>What is older is taken out a hundred at a time: no call pays for a long absence of all others.</summary>
    private const string Add = """
        local added = 0
        for i = 3, #ARGV, 2 do
            added = added + redis.call('ZADD', KEYS[1], 'GT', ARGV[i], ARGV[i + 1])
        end
        local old = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 100)
        if #old > 0 then
            redis.call('ZREM', KEYS[1], unpack(old))
        end
        redis.call('EXPIRE', KEYS[1], ARGV[2])
        return added
        """;

    /// <summary>Adds members, of which the newest time counts. Says how many were not there.</summary>
    /// <param name="database">Where to write.</param>
    /// <param name="key">The set.</param>
    /// <param name="entries">The members with their times.</param>
    /// <param name="oldest">What is as old as this, or older, is forgotten.</param>
    /// <param name="lifetime">After how long without a new member the whole set is forgotten.</param>
    public static async Task<int> AddAsync(
        IDatabase database, RedisKey key, IReadOnlyCollection<SortedSetEntry> entries, double oldest, TimeSpan lifetime)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        RedisValue[] arguments = [oldest, (long)lifetime.TotalSeconds, .. entries.SelectMany(entry => new[] { (RedisValue)entry.Score, entry.Element })];
        return (int)await database.ScriptEvaluateAsync(Add, [key], arguments);
    }

    /// <summary>The members from a time on, oldest first, in batches.</summary>
    public static async IAsyncEnumerable<SortedSetEntry[]> ReadAsync(IDatabase database, RedisKey key, double since)
    {
        // The place is a time, not a number, for others add and remove meanwhile; those of that very time are counted.
        var (from, skip) = (since, 0);
        SortedSetEntry[] batch;
        do
        {
            batch = await database.SortedSetRangeByScoreWithScoresAsync(key, from, skip: skip, take: BatchSize);
            if (batch.Length > 0)
            {
                yield return batch;
                var last = batch[^1].Score;
                var same = batch.Count(entry => entry.Score.Equals(last));
                (from, skip) = (last, last.Equals(from) ? skip + same : same);
            }
        }
        while (batch.Length == BatchSize);
    }
}
