using NodaTime;

namespace RenderSignal;

/// <summary>A line of <c>send_rate</c>: one mail was sent.</summary>
internal sealed record SendLine
{
    public required string Id { get; init; }

    public required Instant At { get; init; }
}
