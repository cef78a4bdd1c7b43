using System.Collections.Concurrent;

namespace RenderSignal.Imap.Tests;

/// <summary>A ledger on a disk that can fail.</summary>
internal sealed class FaultyLedger : ILedger
{
    private readonly ConcurrentDictionary<string, LedgerRecord> _records = new();

    public volatile bool Fails;

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        Fails ? throw new IOException("The disk is full.") : Task.FromResult(_records.GetValueOrDefault(id));

    public Task WriteAsync(LedgerRecord record, CancellationToken cancellationToken)
    {
        _records[record.Id] = record;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LedgerRecord>> ListAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LedgerRecord>>([.. _records.Values.Take(limit)]);
}
