namespace RenderSignal;

/// <summary>Makes one of several processes the one that polls a mailbox. Safe for concurrent use.</summary>
public interface IPollerLock
{
    /// <summary>Whether this lock is set up and so decides. Without one that is, a lock file does.</summary>
    bool IsConfigured { get; }

    /// <summary>How long to wait before the next try while another process has the lock.</summary>
    TimeSpan RetryInterval { get; }

    /// <summary>Tries to take the lock, without waiting for whoever has it.</summary>
    /// <param name="mailbox">Names the mailbox; the same in all processes that would poll it, and without passwords.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task<PollerLockAttempt> TryAcquireAsync(string mailbox, CancellationToken cancellationToken);
}
