using NodaTime;

namespace RenderSignal;

/// <summary>How many mails were decided alike within one hour.</summary>
/// <param name="Hour">When the hour began: a full hour of UTC.</param>
/// <param name="Status">What became of them.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct LedgerCount(Instant Hour, EmailStatus Status, DecisionReason Reason, int Count);
