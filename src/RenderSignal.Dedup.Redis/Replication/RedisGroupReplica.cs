using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The subject groups that are done.</summary>
internal sealed class RedisGroupReplica(
    [FromKeyedServices(LocalStore.Key)] IDedupStore local, RedisGroupLayout layout, IClock clock)
    : RedisReplica<SubjectGroupEntry>(local)
{
    protected override Task<int> AddAsync(IDatabase database, IReadOnlyCollection<SubjectGroupEntry> entries, bool isEverything) =>
        layout.AddAsync(database, entries);

    protected override async IAsyncEnumerable<IReadOnlyCollection<SubjectGroupEntry>> ReadAsync(IDatabase database, Instant since)
    {
        await foreach (var batch in layout.ReadSinceAsync(database, since))
        {
            yield return batch;
        }

        if (since == Instant.MinValue)
        {
            var now = clock.GetCurrentInstant();
            await foreach (var batch in RedisOldSets.ReadAsync(database, layout.OldSet))
            {
                yield return [.. batch.Select(group => new SubjectGroupEntry(group, now, null))];
            }
        }
    }
}
