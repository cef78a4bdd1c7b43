using System.Text.Json;

namespace RenderSignal.Dedup.Redis;

/// <summary>One thing that Redis is to remember.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The email id, the group or the key of a retry; empty for what is told of all of them.</param>
/// <param name="ExpiresAtMs">When a group is forgotten again, in milliseconds since 1970 UTC; null: with everything else.</param>
internal sealed record PendingEntry(PendingKind Kind, string Value, long? ExpiresAtMs = null)
{
    /// <summary>When a mail was sent, in milliseconds since 1970 UTC.</summary>
    public long? AtMs { get; init; }

    /// <summary>The state of a retry as <see cref="RedisRetryLayout"/> writes it; null: it is forgotten.</summary>
    public string? State { get; init; }

    public string ToLine() => JsonSerializer.Serialize(this, PendingEntryJson.Default.PendingEntry);

    /// <exception cref="JsonException">The line is no entry.</exception>
    public static PendingEntry FromLine(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, PendingEntryJson.Default.PendingEntry) ?? throw new JsonException("null is no entry");
}
