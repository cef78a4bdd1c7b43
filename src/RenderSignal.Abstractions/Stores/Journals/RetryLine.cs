using NodaTime;

namespace RenderSignal;

/// <summary>A line of <c>retries</c>. Without <see cref="NotBefore"/> the key is forgotten.</summary>
internal sealed record RetryLine
{
    public required string Key { get; init; }

    public int Failures { get; init; }

    public Instant? NotBefore { get; init; }

    public Instant? Since { get; init; }
}
