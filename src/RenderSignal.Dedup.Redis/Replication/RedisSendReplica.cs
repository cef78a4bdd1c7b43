using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The sends of the last hour.</summary>
internal sealed class RedisSendReplica([FromKeyedServices(LocalStore.Key)] ISendRateStore local, RedisSendLayout layout) : RedisReplica<SendEntry>(local)
{
    protected override Task<int> AddAsync(IDatabase database, IReadOnlyCollection<SendEntry> entries, bool isEverything) =>
        layout.AddAsync(database, entries);

    protected override IAsyncEnumerable<IReadOnlyCollection<SendEntry>> ReadAsync(IDatabase database, Instant since) => layout.ReadAsync(database);
}
