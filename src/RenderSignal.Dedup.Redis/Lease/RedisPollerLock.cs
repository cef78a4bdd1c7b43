using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Makes one of all servers on a Redis the one that polls a mailbox.</summary>
internal sealed class RedisPollerLock(
    IOptions<RedisOptions> options,
    RedisLink link,
    RedisRecovery recovery,
    RedisCatchUp catchUp,
    LeaseHolder server,
    CurrentLease current,
    TimeProvider time,
    ILogger<RedisPollerLock> logger) : IPollerLock
{
    private readonly TimeSpan _duration = options.Value.LeaseDuration;

    public bool IsConfigured => options.Value.UsesLease;

    /// <summary>After a clean stop another server is to poll within two seconds.</summary>
    public TimeSpan RetryInterval => TimeSpan.FromSeconds(1);

    public async Task<PollerLockAttempt> TryAcquireAsync(string mailbox, CancellationToken cancellationToken)
    {
        if (current.Term is not null)
        {
            return PollerLockAttempt.Wait(LeaseNotes.ThisServerPolls);
        }

        RedisKey key = KeyOf(mailbox);
        var asked = Moment.Now(time);
        var answer = await link.WriteAsync<LeaseAnswer?>("acquire_lease", async database => await LeaseScripts.AcquireAsync(database, key, server, _duration), null);
        return answer switch
        {
            null => PollerLockAttempt.Wait(LeaseNotes.WaitsForRedis),
            { IsTaken: true } taken => await BeginAsync(key, taken.Term, asked, cancellationToken),
            { HolderName: "" } free => PollerLockAttempt.Wait(LeaseNotes.RedisIsNew, overIn: free.Wait),
            { } held => PollerLockAttempt.Wait(LeaseNotes.AnotherServerPolls(held.HolderName), $"Its lease on Redis is {options.Value.KeyPrefix}{key}."),
        };
    }

    /// <summary>A hash: the address of a mailbox is nobody's business who looks at Redis.</summary>
    internal static string KeyOf(string mailbox) =>
        $"r:ss:lease:v1:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mailbox)))[..12]}";

    private async Task<PollerLockAttempt> BeginAsync(RedisKey key, long number, Moment asked, CancellationToken cancellationToken)
    {
        var term = new LeaseTerm(key, number, asked, _duration, link, recovery, server, current, time, logger);
        if (!current.TryBegin(term))
        {
            await term.DisposeAsync();
            return PollerLockAttempt.Wait(LeaseNotes.ThisServerPolls);
        }

        try
        {
            // What the others did must be known here too, should Redis go away while this server polls. The lease is renewed meanwhile.
            await catchUp.CatchUpAsync(cancellationToken);
            return PollerLockAttempt.Taken(term);
        }
        catch (Exception exception)
        {
            await term.DisposeAsync();
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            // Whatever it was, a full disk perhaps: this server must go on serving.
            var isOfRedis = RedisFailure.Is(exception, cancellationToken);
            var reason = isOfRedis ? RedisFailure.Describe(exception) : exception.Message;
            logger.NotCaughtUp(reason);
            return isOfRedis ? PollerLockAttempt.Wait(LeaseNotes.WaitsForRedis) : PollerLockAttempt.Fault(LeaseNotes.NotCaughtUp(reason));
        }
    }
}
