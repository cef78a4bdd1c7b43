using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>What must not be tried again yet.</summary>
internal sealed class RedisRetryReplica([FromKeyedServices(LocalStore.Key)] IRetryStore local, RedisRetryLayout layout) : RedisReplica<RetryEntry>(local)
{
    // What another server has forgotten since is not brought back by one that only lost the connection.
    protected override Task<int> AddAsync(IDatabase database, IReadOnlyCollection<RetryEntry> entries, bool isEverything) =>
        isEverything ? layout.AddAsync(database, entries) : Task.FromResult(0);

    protected override IAsyncEnumerable<IReadOnlyCollection<RetryEntry>> ReadAsync(IDatabase database, Instant since) =>
        layout.ReadSinceAsync(database, since);
}
