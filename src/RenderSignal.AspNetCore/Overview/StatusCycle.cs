using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>One cycle in figures; see <see cref="CycleSummary"/>.</summary>
internal sealed record StatusCycle(
    [property: JsonPropertyName("seen")] int Seen,
    [property: JsonPropertyName("sent")] int Sent,
    [property: JsonPropertyName("skipped")] int Skipped,
    [property: JsonPropertyName("left")] int Left,
    [property: JsonPropertyName("failed")] int Failed,
    [property: JsonPropertyName("duration_ms")] long DurationMs)
{
    public static StatusCycle From(CycleSummary cycle) =>
        new(cycle.Seen, cycle.Sent, cycle.Skipped, cycle.Left, cycle.Failed, (long)cycle.Elapsed.TotalMilliseconds);
}
