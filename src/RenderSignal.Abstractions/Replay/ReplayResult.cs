namespace RenderSignal;

/// <summary>How a replay ended.</summary>
/// <param name="Status">How.</param>
/// <param name="Message">In words, for the one who asked.</param>
/// <param name="Email">The mail's ledger record after it; null when there is none.</param>
public sealed record ReplayResult(ReplayStatus Status, string Message, LedgerRecord? Email);
