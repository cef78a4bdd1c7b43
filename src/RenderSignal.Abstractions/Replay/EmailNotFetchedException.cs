namespace RenderSignal;

/// <summary>A mail of the ledger could not be had from its mailbox again. The message says why, for the one who asked.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">The same in words.</param>
/// <param name="email">The mail's ledger record; null when there is none.</param>
/// <param name="innerException">What the mailbox said.</param>
public sealed class EmailNotFetchedException(FetchFailure failure, string message, LedgerRecord? email, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public FetchFailure Failure { get; } = failure;

    /// <summary>The mail's ledger record; null when there is none.</summary>
    public LedgerRecord? Email { get; } = email;
}
