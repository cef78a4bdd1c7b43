namespace RenderSignal;

/// <summary>A mail of the ledger could not be had from its mailbox again. The message says why, for the one who asked.</summary>
/// <param name="status"><see cref="ReplayStatus.Unknown"/>, <see cref="ReplayStatus.Gone"/>, <see cref="ReplayStatus.Unreadable"/> or <see cref="ReplayStatus.Busy"/>.</param>
/// <param name="message">Why, in words.</param>
/// <param name="email">The mail's ledger record; null when there is none.</param>
/// <param name="innerException">What the mailbox said.</param>
public sealed class EmailNotFetchedException(ReplayStatus status, string message, LedgerRecord? email, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public ReplayStatus Status { get; } = status;

    /// <summary>The mail's ledger record; null when there is none.</summary>
    public LedgerRecord? Email { get; } = email;
}
