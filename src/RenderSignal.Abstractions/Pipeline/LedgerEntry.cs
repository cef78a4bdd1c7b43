namespace RenderSignal;

/// <summary>What the ledger has of a mail after something was decided.</summary>
/// <param name="Record">The record.</param>
/// <param name="IsNews">Whether it says something else than before.</param>
internal readonly record struct LedgerEntry(LedgerRecord Record, bool IsNews);
