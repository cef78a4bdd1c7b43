using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

internal sealed class Ledger(IJournals journals, IOptions<RenderSignalOptions> options) : ILedger
{
    private readonly IJournal<LedgerBook, LedgerRecord> _journal =
        journals.Open<LedgerBook, LedgerRecord>("ledger", () => new LedgerBook(options.Value.LedgerRecords));

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        _journal.ReadAsync(book => book.Find(id), cancellationToken);

    public Task WriteAsync(LedgerRecord record, CancellationToken cancellationToken) =>
        _journal.AppendAsync(record, cancellationToken);

    public async Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);

        // Filtered outside of the journal, which others wait for.
        return LedgerFilter.Page(await _journal.ReadAsync(book => book.NewestFirst(), cancellationToken), query);
    }

    public async Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var records = await _journal.ReadAsync(book => book.NewestFirst(), cancellationToken);
        return [.. records.SelectMany(record => record.Log.Reverse()).Where(entry => entry.Timestamp >= since).OrderByDescending(entry => entry.Timestamp).Take(limit)];
    }

    public Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken) =>
        _journal.ReadAsync(book => book.CountDecided(from, to), cancellationToken);
}
