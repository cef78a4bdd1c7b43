using System.Collections.Concurrent;
using NodaTime;

namespace RenderSignal.Imap.Tests;

/// <summary>A ledger on a disk that can fail.</summary>
internal sealed class FaultyLedger : ILedger
{
    private readonly ConcurrentDictionary<string, LedgerRecord> _records = new();

    public volatile bool Fails;

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        Fails ? throw new IOException("The disk is full.") : Task.FromResult(_records.GetValueOrDefault(id));

    public async Task<LedgerRecord?> UpdateAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(id, cancellationToken);
        return change(stored) is { } record ? _records[id] = record : stored;
    }

    public Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(new LedgerPage([.. _records.Values.Take(query.Limit)], null));

    public Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WebhookLogEntry>>([.. _records.Values.SelectMany(record => record.Log).Take(limit)]);

    public Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
