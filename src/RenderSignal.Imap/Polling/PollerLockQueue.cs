using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Waits until this process is the one that polls.</summary>
internal sealed class PollerLockQueue(
    IOptions<PollingOptions> options,
    IOptions<ImapOptions> imapOptions,
    CycleTrigger trigger,
    ComponentBoard board,
    TimeProvider time,
    ILogger<PollingService> logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    private bool _isToldOf;

    /// <summary>A cycle that is asked for meanwhile has the lock tried at once; it is dropped, and that is said, when somebody else has it.</summary>
    public async Task<PollerLock> AcquireAsync(CancellationToken stopping)
    {
        var lockFile = PollerLock.PathFor(options.Value, imapOptions.Value);
        while (true)
        {
            var (acquired, obstacle) = TryAcquire(lockFile);
            if (acquired is not null)
            {
                return acquired;
            }

            if (trigger.TryTake())
            {
                Log.RequestedCycleFailed(logger, obstacle);
            }

            await trigger.Requested.WaitAsync(Retry, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.ThrowIfCancellationRequested();
        }
    }

    private (PollerLock? Acquired, string Obstacle) TryAcquire(string lockFile)
    {
        try
        {
            if (PollerLock.TryAcquire(lockFile) is { } acquired)
            {
                return (acquired, "");
            }

            board.Rests(ComponentNames.Poller, PollingNotes.AnotherProcessPolls);
            if (!_isToldOf)
            {
                Log.LockHeldElsewhere(logger, lockFile);
            }

            _isToldOf = true;
            return (null, "Another process polls this mailbox.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            board.Failed(ComponentNames.Poller, $"The lock file cannot be opened: {exception.Message}");
            if (!_isToldOf)
            {
                Log.LockUnavailable(logger, lockFile, exception.Message, Retry.TotalSeconds);
            }

            _isToldOf = true;
            return (null, $"The lock file cannot be opened: {exception.Message}");
        }
    }
}
