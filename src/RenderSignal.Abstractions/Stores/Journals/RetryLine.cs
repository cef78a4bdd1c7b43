using NodaTime;

namespace RenderSignal;

/// <summary>A line of <c>retries</c>. Without <see cref="NotBefore"/> the key is forgotten.</summary>
internal sealed record RetryLine
{
    public required string Key { get; init; }

    public int Failures { get; init; }

    public Instant? NotBefore { get; init; }

    public Instant? Since { get; init; }

    /// <summary>The line that keeps a state, or forgets one.</summary>
    public static RetryLine For(string key, RetryState? state) => state is null
        ? new() { Key = key }
        : new() { Key = key, Failures = state.Failures, NotBefore = state.NotBefore, Since = state.Since };
}
