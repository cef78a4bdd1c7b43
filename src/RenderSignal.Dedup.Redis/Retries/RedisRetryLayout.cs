using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// What must not be tried again yet: a hash from keys to JSON, and a sorted set of the keys by when they may be tried, by which what
/// nobody asks for any more is found and forgotten. The reference has none.
/// </summary>
internal sealed class RedisRetryLayout(IOptions<RenderSignalOptions> options, RedisGeneration generation, IClock clock)
{
    private const string Find = RedisGeneration.Guard + "return redis.call('HGET', KEYS[2], ARGV[2])";

    /// <summary>Puts another state in the place of the expected one; <see cref="Whatever"/> expects nothing.</summary>
    private const string Swap = """
        if ARGV[2] ~= '*' and (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then
            return 0
        end
        if ARGV[3] == '' then
            redis.call('HDEL', KEYS[1], ARGV[1])
            redis.call('ZREM', KEYS[2], ARGV[1])
        else
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
        end
        local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[5], 'LIMIT', 0, 100)
        if #old > 0 then
            redis.call('HDEL', KEYS[1], unpack(old))
            redis.call('ZREM', KEYS[2], unpack(old))
        end
        redis.call('EXPIRE', KEYS[1], ARGV[6])
        redis.call('EXPIRE', KEYS[2], ARGV[6])
        return 1
        """;

    private const string Whatever = "*";

    private static readonly RedisKey Key = "r:ss:retries:v1";
    private static readonly RedisKey ByTime = "r:ss:retries:v1" + RedisOptions.ByTime;

    private readonly Duration _retention = Duration.FromDays(options.Value.RetentionDays);

    /// <exception cref="RedisServerException">This is another Redis than the one that is in use.</exception>
    public async Task<RedisValue> FindAsync(IDatabase database, string key) =>
        (RedisValue)await database.ScriptEvaluateAsync(Find, [RedisGeneration.Key, Key], [generation.Current, key]);

    /// <summary>Keeps a state, or forgets one, if what is kept is still what was read. Says whether it was.</summary>
    public Task<bool> SwapAsync(IDatabase database, string key, RedisValue read, RetryState? state) =>
        EvaluateAsync(database, key, read.IsNull ? RedisValue.EmptyString : read, state);

    /// <summary>Keeps a state, or forgets one, whatever is kept. May be repeated.</summary>
    public Task PutAsync(IDatabase database, string key, RetryState? state) => EvaluateAsync(database, key, Whatever, state);

    /// <summary>Gives it the states of keys that it does not have. Says how many.</summary>
    public async Task<int> AddAsync(IDatabase database, IReadOnlyCollection<RetryEntry> entries) =>
        (await Task.WhenAll(entries.Select(entry => EvaluateAsync(database, entry.Key, RedisValue.EmptyString, entry.State)))).Count(added => added);

    /// <summary>The states whose pause ends at an instant or later, in batches.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<RetryEntry>> ReadSinceAsync(IDatabase database, Instant since)
    {
        await foreach (var batch in RedisTimedSet.ReadAsync(database, ByTime, since == Instant.MinValue ? 0 : since.ToUnixTimeMilliseconds()))
        {
            RedisValue[] keys = [.. batch.Select(entry => entry.Element)];
            var states = await database.HashGetAsync(Key, keys);
            yield return
            [
                .. keys.Zip(states, (key, state) => (Key: key.ToString(), State: Parse(state)))
                    .Where(pair => pair.State is not null)
                    .Select(pair => new RetryEntry(pair.Key, pair.State!)),
            ];
        }
    }

    public static string Text(RetryState state) => JsonSerializer.Serialize(
        new StoredRetry(
            state.Failures,
            InstantPattern.ExtendedIso.Format(state.NotBefore),
            state.Since is { } since ? InstantPattern.ExtendedIso.Format(since) : null),
        StoredRetryJson.Default.StoredRetry);

    /// <summary>The state; null when there is none, when it is forgotten by now, and when somebody wrote something else there.</summary>
    public RetryState? Parse(RedisValue text)
    {
        try
        {
            return text.IsNullOrEmpty || JsonSerializer.Deserialize(text.ToString(), StoredRetryJson.Default.StoredRetry) is not { } stored
                || !InstantPattern.ExtendedIso.Parse(stored.NotBefore).TryGetValue(default, out var notBefore)
                || clock.GetCurrentInstant() >= notBefore + _retention
                    ? null
                    : new(stored.Failures, notBefore) { Since = stored.Since is { } since ? InstantPattern.ExtendedIso.Parse(since).GetValueOrThrow() : null };
        }
        catch (Exception exception) when (exception is JsonException or UnparsableValueException)
        {
            return null;
        }
    }

    private async Task<bool> EvaluateAsync(IDatabase database, string key, RedisValue expected, RetryState? state) => (bool)await database.ScriptEvaluateAsync(
        Swap,
        [Key, ByTime],
        [
            key,
            expected,
            state is null ? RedisValue.EmptyString : Text(state),
            state?.NotBefore.ToUnixTimeMilliseconds() ?? 0,
            (clock.GetCurrentInstant() - _retention).ToUnixTimeMilliseconds(),
            (long)_retention.TotalSeconds,
        ]);
}
