using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A ledger that counts what is written into another.</summary>
internal sealed class CountingLedger(ILedger inner) : ILedger
{
    public int Writes { get; private set; }

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<LedgerRecord?> UpdateAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken) => inner.UpdateAsync(
        id,
        stored =>
        {
            // As a ledger asks when somebody else wrote in between: only the last answer counts.
            _ = change(null);
            var changed = change(stored);
            Writes += changed is null ? 0 : 1;
            return changed;
        },
        cancellationToken);

    public Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken) =>
        inner.ListLogAsync(since, limit, cancellationToken);

    public Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken) =>
        inner.CountAsync(from, to, cancellationToken);
}
