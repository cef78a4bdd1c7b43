using NodaTime;

namespace RenderSignal;

/// <summary>One cycle in figures.</summary>
/// <param name="Seen">The unseen mails that were met.</param>
/// <param name="Sent">Those sent and accepted.</param>
/// <param name="Skipped">Those acknowledged without sending.</param>
/// <param name="Left">Those left for a later cycle by a decision, or not yet due.</param>
/// <param name="Failed">Those whose send failed or that could not be read.</param>
/// <param name="Elapsed">How long the cycle took.</param>
public sealed record CycleSummary(int Seen, int Sent, int Skipped, int Left, int Failed, Duration Elapsed)
{
    /// <summary>The line that <c>--once</c> prints: <c>cycle: seen=N sent=N skipped=N left=N failed=N ms=N</c>.</summary>
    public override string ToString() =>
        $"cycle: seen={Seen} sent={Sent} skipped={Skipped} left={Left} failed={Failed} ms={(long)Elapsed.TotalMilliseconds}";
}
