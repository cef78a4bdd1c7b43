namespace RenderSignal;

/// <summary>A <see cref="IPollerLock"/> that is held, until it is disposed of or lost.</summary>
public interface IPollerLease : IAsyncDisposable
{
    /// <summary>
    /// Cancelled when the lock is lost or about to be: early enough to end what is in hand before another process can have it.
    /// <see cref="CancellationToken.None"/> for a lock that cannot be lost.
    /// </summary>
    CancellationToken Lost { get; }
}
