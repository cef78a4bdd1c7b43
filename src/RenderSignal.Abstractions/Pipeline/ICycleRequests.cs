namespace RenderSignal;

/// <summary>
/// Passes on that somebody asks for a poll cycle: of several servers one polls, and any of them may be asked. Registered by
/// <c>AddRedis()</c>. Who asks for a cycle calls <see cref="ICycleTrigger.Request"/>; this is for who polls.
/// </summary>
public interface ICycleRequests
{
    /// <summary>Asks the server that polls the mailbox, if there is one that listens.</summary>
    /// <param name="mailbox">As <see cref="IPollerLock.TryAcquireAsync"/> names it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was passed on; false: servers cannot reach each other now, or there is one only.</returns>
    Task<bool> ForwardAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>To be called by the process that has become the one that polls.</summary>
    /// <param name="mailbox">As <see cref="IPollerLock.TryAcquireAsync"/> names it.</param>
    /// <param name="requested">Called for each request of another server, on any thread; returns at once and throws nothing.</param>
    /// <returns>What ends the listening when it is disposed of: the process polls no longer.</returns>
    IDisposable Listen(string mailbox, Action requested);
}
