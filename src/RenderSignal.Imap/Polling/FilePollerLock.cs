using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Lets a lock file decide which process of this machine polls: what is used where no <see cref="IPollerLock"/> is set up.</summary>
internal sealed class FilePollerLock(IOptions<PollingOptions> polling, IOptions<ImapOptions> imap) : IPollerLock
{
    public bool IsConfigured => true;

    public TimeSpan RetryInterval => TimeSpan.FromSeconds(10);

    public Task<PollerLockAttempt> TryAcquireAsync(string mailbox, CancellationToken cancellationToken)
    {
        var path = PollerLockFile.PathFor(polling.Value, imap.Value);
        try
        {
            return Task.FromResult(PollerLockFile.TryAcquire(path) is { } held
                ? PollerLockAttempt.Taken(held)
                : PollerLockAttempt.Wait(PollingNotes.AnotherProcessPolls, $"It holds {path}."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(PollerLockAttempt.Fault(PollingNotes.LockFileUnusable(path, exception.Message)));
        }
    }
}
