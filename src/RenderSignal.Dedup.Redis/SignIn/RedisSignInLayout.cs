using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Failures to sign in: a hash for each address and each user, which expires when it says nothing any more. Of a user the key has a digest:
/// it may be a password typed into the wrong field. The reference has none.
/// </summary>
internal static class RedisSignInLayout
{
    private const string Prefix = "r:ss:sign_in:v1:";
    private const int DigestOctets = 16;

    /// <summary>
    /// The rules of <see cref="SignInLimits"/> in one step, by Redis's own clock. Answers how long to wait, and for how long this attempt
    /// locks address and user, in milliseconds; 0: not at all. Its first argument is how long ago the attempt was made:
    /// what others counted since stays.
    /// </summary>
    private const string Begin = """
        local time = redis.call('TIME')
        local real = time[1] * 1000 + math.floor(time[2] / 1000)
        local now = real - ARGV[1]
        local most, window, first, memory = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
        local counts = {}
        local wait = 0
        for i = 1, 2 do
            local stored = redis.call('HMGET', KEYS[i], 'failures', 'locked_until', 'next_lock')
            counts[i] = { failures = stored[1] or '', locked_until = tonumber(stored[2] or 0), next_lock = tonumber(stored[3] or first) }
            wait = math.max(wait, counts[i].locked_until - now)
        end
        if wait > 0 then
            return { wait, 0, 0 }
        end
        local locks = { 0, 0 }
        for i = 1, 2 do
            local count, kept, later, last = counts[i], {}, {}, now
            for at in string.gmatch(count.failures, '%d+') do
                if math.abs(now - at) < window then
                    table.insert(kept, at)
                    last = math.max(last, tonumber(at))
                elseif now < tonumber(at) then
                    table.insert(later, at)
                end
            end
            table.insert(kept, string.format('%.0f', now))
            if #kept >= most then
                locks[i] = count.next_lock
                count.locked_until = last + count.next_lock
                count.next_lock = math.min(count.next_lock * 2, tonumber(ARGV[5 + i]))
                kept = {}
            end
            for _, at in ipairs(later) do
                table.insert(kept, at)
            end
            redis.call('HSET', KEYS[i], 'failures', table.concat(kept, ' '), 'locked_until', count.locked_until, 'next_lock', count.next_lock)
            redis.call('PEXPIREAT', KEYS[i], math.max(real, count.locked_until) + (count.next_lock > first and memory or window))
        end
        return { 0, locks[1], locks[2] }
        """;

    /// <summary>Counts an attempt, or says how long it has to wait.</summary>
    /// <param name="database">Where to count.</param>
    /// <param name="address">As <see cref="ISignInFailureStore.BeginAsync"/> has it.</param>
    /// <param name="user">The same.</param>
    /// <param name="age">How long ago it was made.</param>
    public static async Task<SignInAttempt> BeginAsync(IDatabase database, string address, string user, TimeSpan age)
    {
        var answer = (long[])(await database.ScriptEvaluateAsync(
            Begin,
            KeysOf(address, user),
            [
                Milliseconds(age), SignInLimits.MaxFailures, Milliseconds(SignInLimits.Window), Milliseconds(SignInLimits.FirstLock),
                Milliseconds(SignInLimits.Memory), Milliseconds(SignInLimits.LongestLock), Milliseconds(SignInLimits.FirstLock),
            ]))!;
        return new(Time(answer[0]), Time(answer[1]), Time(answer[2]));
    }

    public static Task ForgetAsync(IDatabase database, string address, string user) => database.KeyDeleteAsync(KeysOf(address, user));

    /// <summary>Asks as <see cref="BeginAsync"/> does, and changes nothing.</summary>
    public static Task CheckAsync(IDatabase database) => database.HashExistsAsync(KeysOf("", "")[0], "failures");

    private static RedisKey[] KeysOf(string address, string user) =>
    [
        $"{Prefix}address:{address}",
        $"{Prefix}user:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user)).AsSpan(0, DigestOctets))}",
    ];

    private static RedisValue Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static TimeSpan? Time(long milliseconds) => milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
