using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Which Redis this is: a random id in it, set by whoever finds none. A Redis that was emptied has another one, or none, and its
/// not knowing a mail means nothing.
/// </summary>
internal sealed class RedisGeneration
{
    /// <summary>Why a Redis of another generation is not asked.</summary>
    public const string Lost = "it is not the one that was written to: it was emptied, or is another one";

    public static readonly RedisKey Key = "r:ss:generation:v1";

    /// <summary>The first lines of a script with <see cref="Key"/> as its first key and <see cref="Current"/> as its first argument: it fails on any other Redis.</summary>
    public const string Guard = $"""
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then
            return redis.error_reply('{Code} {Lost}')
        end

        """;

    private const string Code = "GENERATION";

    /// <summary>How often somebody added what had been learned long before: after that a copy is no more complete by what is new.</summary>
    private static readonly RedisKey Additions = "r:ss:generation:v1:additions";

    private volatile string _current = "";

    /// <summary>The generation that is in use; empty before it was asked for.</summary>
    public string Current { get => _current; set => _current = value; }

    /// <summary>Whether a script said that this is another Redis.</summary>
    public static bool IsLost(Exception exception) =>
        exception is RedisServerException && exception.Message.StartsWith(Code, StringComparison.Ordinal);

    /// <summary>The generation of a Redis; one that has none gets one.</summary>
    public static async Task<string> FindAsync(IDatabase database)
    {
        var found = await database.StringGetAsync(Key);
        if (found.IsNull)
        {
            await database.StringSetAsync(Key, Guid.NewGuid().ToString("n"), when: When.NotExists);
            found = await database.StringGetAsync(Key);
        }

        return found.ToString();
    }

    /// <summary>A text that is another one when the Redis is, or when somebody added to it what is not new.</summary>
    public static async Task<(string Generation, string Content)> FindContentAsync(IDatabase database)
    {
        var found = await database.StringGetAsync([Key, Additions]);
        return (found[0].ToString(), $"{found[0]}.{found[1]}");
    }

    /// <summary>Fails as any write would, and changes nothing.</summary>
    public static Task ProbeWriteAsync(IDatabase database) => database.StringSetRangeAsync(Key, 0, RedisValue.EmptyString);

    public static Task CountAdditionAsync(IDatabase database) => database.StringIncrementAsync(Additions);
}
