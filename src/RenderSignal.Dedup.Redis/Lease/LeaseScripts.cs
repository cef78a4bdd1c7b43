using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// The lease on Redis: a hash for each mailbox, that says who polls, until when by Redis's own clock, and under which term: a number that
/// grows each time the lease changes hands (a fencing token). Claims are strings that expire, one for each mail in flight.
/// </summary>
internal static class LeaseScripts
{
    /// <summary>How long a record is kept after its last renewal. Without it Redis looks as if it had been emptied.</summary>
    private const long KeptMs = 30L * 24 * 3600 * 1000;

    private const string Now = "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000)\n";

    /// <summary>
    /// KEYS: the record. ARGV: holder, its name, duration, how long records are kept. Answers {term, 0, ''} or {0, milliseconds to wait, the
    /// holder's name, which is empty when there is none}. A Redis without a record may have been emptied and have granted a lease before,
    /// which lasts on with its holder: everybody else waits for as long as that can be.
    /// </summary>
    private const string Acquire = Now + """
        local held = redis.call('HMGET', KEYS[1], 'holder', 'name', 'until', 'term')
        if not held[4] then
            held = {'', '', now + ARGV[3], 0}
            redis.call('HSET', KEYS[1], 'holder', '', 'name', '', 'until', held[3], 'term', 0)
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
        end
        if held[1] ~= ARGV[1] and tonumber(held[3]) > now then
            return {0, tonumber(held[3]) - now, held[2]}
        end
        local term = tonumber(held[4]) + 1
        redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'name', ARGV[2], 'until', now + ARGV[3], 'term', term)
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return {term, 0, ''}
        """;

    /// <summary>
    /// KEYS: the record. ARGV: holder, its name, duration, term, how long records are kept. Answers 1: it lasts on; 2: the record was gone
    /// and is there again, which only a holder asks for whose term has not run out; 0: it is another's, or was too late. It was gone, too,
    /// when there is one without a term: somebody else has asked, and was told to wait for such a holder.
    /// </summary>
    private const string Renew = Now + """
        local held = redis.call('HMGET', KEYS[1], 'holder', 'until', 'term')
        local known = held[3] and held[3] ~= '0'
        if known and (held[1] ~= ARGV[1] or held[3] ~= ARGV[4] or tonumber(held[2]) <= now) then
            return 0
        end
        redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'name', ARGV[2], 'until', now + ARGV[3], 'term', ARGV[4])
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
        return known and 1 or 2
        """;

    /// <summary>KEYS: the record. ARGV: holder, term.</summary>
    private const string Release = """
        local held = redis.call('HMGET', KEYS[1], 'holder', 'term')
        if held[1] == ARGV[1] and held[2] == ARGV[2] then
            redis.call('HSET', KEYS[1], 'holder', '', 'name', '', 'until', 0)
        end
        return 0
        """;

    /// <summary>
    /// KEYS: the claim, the record. ARGV: holder, milliseconds, term ('' when no lease is needed), the claim's owner. Answers 0: claimed; the milliseconds
    /// until another's claim ends; -1: the lease is not this holder's.
    /// </summary>
    private const string Claim = Now + """
        if ARGV[3] ~= '' then
            local held = redis.call('HMGET', KEYS[2], 'holder', 'until', 'term')
            if held[1] ~= ARGV[1] or held[3] ~= ARGV[3] or tonumber(held[2]) <= now then
                return -1
            end
        end
        local owner = redis.call('GET', KEYS[1])
        if owner and owner ~= ARGV[4] then
            return math.max(redis.call('PTTL', KEYS[1]), 1)
        end
        redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[2])
        return 0
        """;

    /// <summary>KEYS: the claim. ARGV: its owner.</summary>
    private const string Unclaim = """
        if redis.call('GET', KEYS[1]) == ARGV[1] then
            redis.call('DEL', KEYS[1])
        end
        return 0
        """;

    public static async Task<LeaseAnswer> AcquireAsync(IDatabase database, RedisKey lease, LeaseHolder server, TimeSpan duration)
    {
        var answer = (RedisResult[])(await database.ScriptEvaluateAsync(Acquire, [lease], [server.Id, server.Name, Milliseconds(duration), KeptMs]))!;
        return new LeaseAnswer((long)answer[0], TimeSpan.FromMilliseconds((long)answer[1]), (string?)answer[2] ?? "");
    }

    /// <returns>Whether it lasts on, and whether its record had been lost.</returns>
    public static async Task<(bool IsHeld, bool WasGone)> RenewAsync(IDatabase database, RedisKey lease, LeaseHolder server, TimeSpan duration, long term)
    {
        var answer = (int)await database.ScriptEvaluateAsync(Renew, [lease], [server.Id, server.Name, Milliseconds(duration), term, KeptMs]);
        return (answer > 0, answer == 2);
    }

    public static Task ReleaseAsync(IDatabase database, RedisKey lease, LeaseHolder server, long term) =>
        database.ScriptEvaluateAsync(Release, [lease], [server.Id, term]);

    /// <returns>Zero: claimed. Positive: how long another's claim lasts. Null: the lease is not this server's.</returns>
    public static async Task<TimeSpan?> ClaimAsync(IDatabase database, RedisKey claim, string owner, RedisKey lease, LeaseHolder server, TimeSpan duration, long? term)
    {
        var answer = (long)await database.ScriptEvaluateAsync(
            Claim, [claim, lease], [server.Id, Milliseconds(duration), term is { } known ? known : RedisValue.EmptyString, owner]);
        return answer < 0 ? null : TimeSpan.FromMilliseconds(answer);
    }

    public static Task UnclaimAsync(IDatabase database, RedisKey claim, string owner) =>
        database.ScriptEvaluateAsync(Unclaim, [claim], [owner]);

    private static long Milliseconds(TimeSpan duration) => (long)Math.Ceiling(duration.TotalMilliseconds);
}
