using NodaTime;

namespace RenderSignal;

/// <summary>How a part of RenderSignal fares, and since when.</summary>
/// <param name="Name">One of <see cref="ComponentNames"/>, or a name of somebody's own.</param>
/// <param name="State">How it fares.</param>
/// <param name="Since">Since when it is in this state.</param>
public sealed record ComponentStatus(string Name, ComponentState State, Instant Since)
{
    /// <summary>Why it rests, or what it does, without passwords, keys or whole addresses. Null when the state says it all.</summary>
    public Phrase? Note { get; init; }

    /// <summary>When it last succeeded; null: not since the process started.</summary>
    public Instant? LastSuccess { get; init; }

    /// <summary>When it last failed; null: not since the process started.</summary>
    public Instant? LastFailure { get; init; }

    /// <summary>What went wrong then, in words. It stays after the part has recovered.</summary>
    public string? LastError { get; init; }
}
