using Microsoft.Extensions.Options;

namespace RenderSignal;

internal sealed class Ledger(IJournals journals, IOptions<RenderSignalOptions> options) : ILedger
{
    private readonly IJournal<LedgerBook, LedgerRecord> _journal =
        journals.Open<LedgerBook, LedgerRecord>("ledger", () => new LedgerBook(options.Value.LedgerRecords));

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        _journal.ReadAsync(book => book.Find(id), cancellationToken);

    public Task WriteAsync(LedgerRecord record, CancellationToken cancellationToken) =>
        _journal.AppendAsync(record, cancellationToken);

    public async Task<IReadOnlyList<LedgerRecord>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return await _journal.ReadAsync(book => book.Newest(limit), cancellationToken);
    }
}
