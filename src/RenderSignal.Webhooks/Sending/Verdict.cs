namespace RenderSignal.Webhooks;

/// <summary>What an answer means.</summary>
/// <param name="Accepted">The receiver took the mail.</param>
/// <param name="Retry">It did not, and may when asked once more.</param>
/// <param name="Error">What went wrong, in words; null when it was accepted.</param>
internal sealed record Verdict(bool Accepted, bool Retry, string? Error)
{
    public static Verdict Success { get; } = new(true, false, null);
}
