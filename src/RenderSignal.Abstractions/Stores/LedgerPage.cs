namespace RenderSignal;

/// <summary>Some records of the ledger, the newest first.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">What to ask for next as <see cref="LedgerQuery.Before"/>; null: these were the last.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerRecord> Records, LedgerCursor? Next);
