namespace RenderSignal.Abstractions.Tests;

internal static class LedgerWriting
{
    /// <summary>Writes the record of a mail in place of an earlier one.</summary>
    public static Task WriteAsync(this ILedger ledger, LedgerRecord record, CancellationToken cancellationToken) =>
        ledger.UpdateAsync(record.Id, _ => record, cancellationToken);
}
