using NodaTime;

namespace RenderSignal;

/// <summary>
/// A store whose content is kept in another place too, and which can be brought level with it, one way and the other.
/// A local store of <c>AddRenderSignal</c> is one for each kind of entry that it keeps.
/// </summary>
/// <typeparam name="T">What is kept: <see cref="EmailIdEntry"/>, <see cref="SubjectGroupEntry"/>, <see cref="SendEntry"/> or <see cref="RetryEntry"/>.</typeparam>
public interface IReplica<T>
{
    /// <summary>Whether what it keeps outlives the process.</summary>
    bool IsDurable { get; }

    /// <summary>What it has learned since an instant, that instant included, and has not forgotten again. It may give more than that.</summary>
    /// <param name="since">The instant; <see cref="Instant.MinValue"/> for everything.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    Task<IReadOnlyList<T>> ReadSinceAsync(Instant since, CancellationToken cancellationToken);

    /// <summary>Keeps entries, all in one write. Those that it knows are not written again.</summary>
    /// <param name="entries">The entries, each with the time at which it was learned where it comes from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task AddAsync(IReadOnlyCollection<T> entries, CancellationToken cancellationToken);
}
