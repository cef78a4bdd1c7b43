namespace RenderSignal;

/// <summary>As many mails were sent in the last hour as may be: others took the last places since the mail was decided.</summary>
internal sealed class RateLimitReachedException(int count, int limit) : Exception($"{count} mails were sent in the last hour, and {limit} may be.")
{
    public Phrase Particulars { get; } = RenderSignal.Particulars.RateLimitReached(count, limit);
}
