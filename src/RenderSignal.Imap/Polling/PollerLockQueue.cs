using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Waits until this process is the one that polls.</summary>
internal sealed class PollerLockQueue(
    PollerLocks locks,
    IOptions<ImapOptions> imap,
    CycleTrigger trigger,
    RequestForwarding forwarding,
    ComponentBoard board,
    TimeProvider time,
    ILogger<PollingService> logger)
{
    /// <summary>
    /// A cycle that is asked for meanwhile has the lock tried at once. When somebody else has it, that one is asked; if it cannot be, the
    /// request is dropped, and that is said.
    /// </summary>
    public async Task<IPollerLease> AcquireAsync(CancellationToken stopping)
    {
        Phrase? told = null;
        while (true)
        {
            var attempt = await locks.InUse.TryAcquireAsync(imap.Value.MailboxAddress, stopping);
            if (attempt.Lease is { } lease)
            {
                return lease;
            }

            if (attempt.Obstacle != told)
            {
                Tell(attempt);
                told = attempt.Obstacle;
            }

            if (trigger.TryTake() && !await forwarding.TryForwardAsync(stopping))
            {
                Log.RequestedCycleFailed(logger, $"{attempt.Obstacle}. {attempt.Detail}".Trim());
            }

            await trigger.Requested.WaitAsync(locks.InUse.RetryInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.ThrowIfCancellationRequested();
        }
    }

    private void Tell(PollerLockAttempt attempt)
    {
        var obstacle = attempt.Obstacle!;
        if (attempt.IsFault)
        {
            board.Failed(ComponentNames.Poller, obstacle.English);
            Log.LockUnavailable(logger, obstacle.English, locks.InUse.RetryInterval.TotalSeconds);
        }
        else
        {
            board.Rests(ComponentNames.Poller, obstacle);
            Log.WaitsForLock(logger, $"{obstacle}. {attempt.Detail}".Trim());
        }
    }
}
