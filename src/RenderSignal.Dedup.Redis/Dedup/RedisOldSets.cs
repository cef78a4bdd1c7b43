using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The two sets that the reference wrote and that nobody takes anything out of: they end as a whole.</summary>
internal sealed class RedisOldSets(RedisIdLayout ids, RedisGroupLayout groups, IOptions<RenderSignalOptions> options)
{
    private const int BatchSize = 2_000;

    /// <summary>Redis before 7 cannot say "only if it has none" itself.</summary>
    private const string Limit = """
        for _, key in ipairs(KEYS) do
            if redis.call('TTL', key) == -1 then
                redis.call('EXPIRE', key, ARGV[1])
            end
        end
        """;

    /// <summary>Has them forgotten after the retention, unless that was done before.</summary>
    public Task LimitAsync(IDatabase database) => database.ScriptEvaluateAsync(
        Limit, [ids.OldSet, groups.OldSet], [(long)TimeSpan.FromDays(options.Value.RetentionDays).TotalSeconds]);

    /// <summary>The members of one of them, in batches. One that is there all the time comes once or more.</summary>
    public static async IAsyncEnumerable<IReadOnlyCollection<string>> ReadAsync(IDatabase database, RedisKey key)
    {
        var batch = new HashSet<string>(BatchSize, StringComparer.Ordinal);
        await foreach (var member in database.SetScanAsync(key, pageSize: BatchSize))
        {
            batch.Add(member.ToString());
            if (batch.Count == BatchSize)
            {
                yield return batch;
                batch.Clear();
            }
        }

        yield return batch;
    }
}
