using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The mails and groups that were done while Redis was away.</summary>
internal sealed class RedisDedupBacklog(PendingJournal journal, RedisDedupLayout layout) : IRedisBacklog
{
    private const int BatchSize = 500;

    public bool IsEmpty => journal.IsEmpty;

    public async Task CheckAsync(IDatabase database)
    {
        await layout.HasEmailAsync(database, "");
        await layout.HasGroupAsync(database, "");
    }

    public async Task WriteBackAsync(IDatabase database, Action<int> written)
    {
        while (journal.Peek(BatchSize) is { Count: > 0 } batch)
        {
            await layout.WriteAsync(database, batch);
            journal.Remove(batch.Count);
            written(batch.Count);
        }
    }
}
