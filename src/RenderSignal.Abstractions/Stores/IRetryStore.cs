namespace RenderSignal;

/// <summary>Remembers what must not be tried again yet: unreadable mails, and mails whose receiver asked for a pause.</summary>
public interface IRetryStore
{
    /// <summary>The state kept under a key, or null.</summary>
    /// <param name="key">A <see cref="MessageUid"/> or an email id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<RetryState?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps the state of a key in place of an earlier one.</summary>
    Task SetAsync(string key, RetryState state, CancellationToken cancellationToken);

    /// <summary>Forgets a key; one that is not kept is fine.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken);
}
