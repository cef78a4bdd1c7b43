using NodaTime;

namespace RenderSignal;

/// <summary>What a cycle did with a mail.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="WaitingSince">For a mail that is to be sent and was not: since when it waits.</param>
internal readonly record struct ProcessedEmail(EmailStatus Status, Instant? WaitingSince);
