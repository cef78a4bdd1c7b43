using NodaTime;

namespace RenderSignal;

/// <summary>A line of <c>subject_groups</c>: a mail of the group was sent.</summary>
internal sealed record GroupLine
{
    public required string Group { get; init; }

    public required Instant At { get; init; }

    /// <summary>When it is forgotten; null: with everything else.</summary>
    public Instant? Until { get; init; }
}
