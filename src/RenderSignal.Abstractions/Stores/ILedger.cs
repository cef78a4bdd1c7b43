using NodaTime;

namespace RenderSignal;

/// <summary>
/// The book of what was decided for each mail and why: one record per mail, the newest decision in it.
/// Keeps at least the newest 10,000 records.
/// </summary>
public interface ILedger
{
    /// <summary>The record of a mail, or null.</summary>
    /// <param name="id">The email id, or the <see cref="MessageUid"/> of a mail that could not be read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<LedgerRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads and writes the record of a mail as one step: nobody else writes it in between. It survives a crash once the call has returned.</summary>
    /// <param name="id">As for <see cref="FindAsync"/>.</param>
    /// <param name="change">
    /// Gets the record as it stands, or null, and returns the one to keep in its place; null: it stays as it is. Called again when
    /// somebody else wrote meanwhile, so that it does nothing but answer.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The record as it stands now; null: there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="change"/> returned the record of another mail.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    Task<LedgerRecord?> UpdateAsync(string id, Func<LedgerRecord?, LedgerRecord?> change, CancellationToken cancellationToken);

    /// <summary>A page of the records, the newest first, by <see cref="LedgerRecord.DecidedAt"/>.</summary>
    Task<LedgerPage> ListAsync(LedgerQuery query, CancellationToken cancellationToken);

    /// <summary>The sends, and the reasons why nothing was sent, of all mails (<see cref="LedgerRecord.CondensedLog"/>): the newest first.</summary>
    /// <param name="since">None that are older.</param>
    /// <param name="limit">How many at the most, 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<WebhookLogEntry>> ListLogAsync(Instant since, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Counts the mails that were decided within a span: each once, by what it is now and by the hour of its
    /// <see cref="LedgerRecord.DecidedAt"/>. In no order; hours without mails are left out.
    /// </summary>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="to">The moment after the last one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<LedgerCount>> CountAsync(Instant from, Instant to, CancellationToken cancellationToken);
}
