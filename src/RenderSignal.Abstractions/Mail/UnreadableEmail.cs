namespace RenderSignal;

/// <summary>A mail that is in the mailbox but cannot be read now.</summary>
/// <param name="Uid">Where it lies.</param>
/// <param name="Reason">What failed, in words for the operator.</param>
public sealed record UnreadableEmail(MessageUid Uid, string Reason);
