using NodaTime;

namespace RenderSignal;

/// <summary>When something that failed may be tried again.</summary>
/// <param name="Failures">How often it has failed in a row: 1 or more.</param>
/// <param name="NotBefore">The earliest time of the next try.</param>
public sealed record RetryState(int Failures, Instant NotBefore)
{
    /// <summary>Since when it waits to succeed; null when that was not kept.</summary>
    public Instant? Since { get; init; }
}
