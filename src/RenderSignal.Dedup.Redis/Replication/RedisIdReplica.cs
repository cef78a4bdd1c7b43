using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The ids of mails that are done.</summary>
internal sealed class RedisIdReplica([FromKeyedServices(LocalStore.Key)] IDedupStore local, RedisIdLayout layout, IClock clock)
    : RedisReplica<EmailIdEntry>(local)
{
    protected override Task<int> AddAsync(IDatabase database, IReadOnlyCollection<EmailIdEntry> entries, bool isEverything) =>
        layout.AddAsync(database, entries);

    protected override async IAsyncEnumerable<IReadOnlyCollection<EmailIdEntry>> ReadAsync(IDatabase database, Instant since)
    {
        await foreach (var batch in layout.ReadSinceAsync(database, since))
        {
            yield return batch;
        }

        if (since == Instant.MinValue)
        {
            // The reference does not say when: they count as done now, so that they are kept as long as the set itself.
            var now = clock.GetCurrentInstant();
            await foreach (var batch in RedisOldSets.ReadAsync(database, layout.OldSet))
            {
                yield return [.. batch.Select(id => new EmailIdEntry(id, now))];
            }
        }
    }
}
