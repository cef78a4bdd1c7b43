using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <param name="local">The local store. One that is no <see cref="IReplica{T}"/>, an application's own, is left alone.</param>
internal abstract class RedisReplica<T>(object local) : IRedisReplica
{
    private const int BatchSize = 1_000;

    private readonly IReplica<T>? _local = local as IReplica<T>;

    public bool IsDurable => _local?.IsDurable ?? true;

    public async Task<bool> IsEmptyAsync() => _local is null || (await _local.ReadSinceAsync(Instant.MinValue, CancellationToken.None)).Count == 0;

    public async Task GiveAsync(IDatabase database, Instant since, Action<int> written, CancellationToken stopping)
    {
        var entries = _local is null ? [] : await _local.ReadSinceAsync(since, stopping);
        foreach (var batch in entries.Chunk(BatchSize))
        {
            stopping.ThrowIfCancellationRequested();
            written(await AddAsync(database, batch, isEverything: since == Instant.MinValue));
        }
    }

    public async Task TakeAsync(IDatabase database, Instant since, CancellationToken cancellationToken)
    {
        if (_local is not null)
        {
            await foreach (var batch in ReadAsync(database, since).WithCancellation(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await _local.AddAsync(batch, cancellationToken);
            }
        }
    }

    /// <summary>Adds entries with their own times, over which nothing newer is overwritten. Says how many Redis did not have.</summary>
    protected abstract Task<int> AddAsync(IDatabase database, IReadOnlyCollection<T> entries, bool isEverything);

    protected abstract IAsyncEnumerable<IReadOnlyCollection<T>> ReadAsync(IDatabase database, Instant since);
}
