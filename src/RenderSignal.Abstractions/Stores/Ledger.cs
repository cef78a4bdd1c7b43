using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

internal sealed class Ledger(IJournals journals, IOptions<RenderSignalOptions> options) : ILedger
{
    private readonly IJournal<LedgerBook, LedgerRecord> _journal =
        journals.Open<LedgerBook, LedgerRecord>("ledger", () => new LedgerBook(options.Value.LedgerRecords));

    public Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        _journal.ReadAsync(book => book.Find(id), cancellationToken);

    public Task<LedgerRecord?> UpdateAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken) =>
        _journal.AppendAsync<LedgerRecord?>(
            book =>
            {
                var stored = book.Find(id);
                return change(stored) is { } record ? ([OfMail(id, record)], record) : ([], stored);
            },
            cancellationToken);

    public async Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);

        // Filtered outside of the journal, which others wait for.
        return LedgerPaging.Page(await _journal.ReadAsync(book => book.NewestFirst(), cancellationToken), query);
    }

    public async Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var records = await _journal.ReadAsync(book => book.NewestFirst(), cancellationToken);
        return
        [
            .. records.SelectMany(record => record.CondensedLog.Reverse())
                .Where(entry => entry.Timestamp >= since)
                .OrderByDescending(entry => entry.Timestamp)
                .Take(limit),
        ];
    }

    public Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken) =>
        _journal.ReadAsync(book => book.CountDecided(from, to), cancellationToken);

    private static LedgerRecord OfMail(string id, LedgerRecord record) => record.Id == id
        ? record
        : throw new ArgumentException($"The record of {PrintableText.For(id)} was to be changed, and that of {PrintableText.For(record.Id)} was returned.");
}
