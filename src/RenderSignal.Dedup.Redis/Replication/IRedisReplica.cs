using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>One kind of what is kept both locally and on Redis.</summary>
internal interface IRedisReplica
{
    /// <summary>Whether the local copy outlives the process.</summary>
    bool IsDurable { get; }

    /// <summary>Whether this server knows nothing that Redis could lack.</summary>
    /// <exception cref="IOException">The local store cannot be read.</exception>
    Task<bool> IsEmptyAsync();

    /// <summary>Gives Redis what this server has learned since an instant and Redis does not have.</summary>
    /// <param name="database">Where to write.</param>
    /// <param name="since">The instant; <see cref="Instant.MinValue"/> for everything.</param>
    /// <param name="written">Told how many entries each batch added.</param>
    /// <param name="stopping">Ends it between two batches.</param>
    /// <exception cref="IOException">The local store cannot be read.</exception>
    Task GiveAsync(IDatabase database, Instant since, Action<int> written, CancellationToken stopping);

    /// <summary>Takes from Redis what others have learned since an instant.</summary>
    /// <param name="database">Where to read.</param>
    /// <param name="since">The instant; <see cref="Instant.MinValue"/> for everything.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <exception cref="IOException">The local store cannot be written.</exception>
    Task TakeAsync(IDatabase database, Instant since, CancellationToken cancellationToken);
}
