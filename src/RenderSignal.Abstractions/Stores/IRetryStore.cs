namespace RenderSignal;

/// <summary>Remembers what must not be tried again yet: unreadable mails, and mails whose receiver asked for a pause.</summary>
public interface IRetryStore
{
    /// <summary>The state kept under a key, or null.</summary>
    /// <param name="key">A <see cref="MessageUid"/> or an email id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<RetryState?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Reads the state of a key and keeps another one in its place, as one step.</summary>
    /// <param name="key">A <see cref="MessageUid"/> or an email id.</param>
    /// <param name="update">Gets the state that is kept, or null, and gives the one to keep; null forgets the key. May be called more than once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What is kept now.</returns>
    Task<RetryState?> UpdateAsync(string key, Func<RetryState?, RetryState?> update, CancellationToken cancellationToken);

    /// <summary>Forgets a key; one that is not kept is fine.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken);
}
