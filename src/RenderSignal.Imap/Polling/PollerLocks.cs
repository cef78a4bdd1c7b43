namespace RenderSignal.Imap;

/// <summary>The lock that decides which process polls: one that is set up, else the lock file.</summary>
internal sealed class PollerLocks(IEnumerable<IPollerLock> registered, FilePollerLock file)
{
    public IPollerLock InUse { get; } = registered.LastOrDefault(candidate => candidate.IsConfigured) ?? file;
}
