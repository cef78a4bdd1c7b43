using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>What a store could not write while Redis was away.</summary>
internal interface IRedisBacklog
{
    /// <summary>Whether everything is written.</summary>
    bool IsEmpty { get; }

    /// <summary>Asks what the store asks: a Redis that answers a PING but not these is not back.</summary>
    Task CheckAsync(IDatabase database);

    /// <summary>Writes until nothing is left.</summary>
    /// <param name="database">Where to write.</param>
    /// <param name="written">Told how many entries each batch wrote, so that a failure between two batches does not lose the count.</param>
    /// <param name="stopping">Ends it between two batches; what is left stays.</param>
    Task WriteBackAsync(IDatabase database, Action<int> written, CancellationToken stopping);
}
