using NodaTime;

namespace RenderSignal;

/// <summary>A line of <c>processed_ids</c>: the mail is done since then.</summary>
internal sealed record IdLine
{
    public required string Id { get; init; }

    public required Instant At { get; init; }
}
