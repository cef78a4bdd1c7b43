using System.Text.Json;

namespace RenderSignal.Dedup.Redis;

/// <summary>One thing that Redis is to remember.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The email id or the group; empty for what is told of all of them.</param>
/// <param name="ExpiresAtMs">When it is forgotten again, in milliseconds since 1970 UTC; null: never.</param>
internal sealed record PendingEntry(PendingKind Kind, string Value, long? ExpiresAtMs = null)
{
    public string ToLine() => JsonSerializer.Serialize(this, PendingEntryJson.Default.PendingEntry);

    /// <exception cref="JsonException">The line is no entry.</exception>
    public static PendingEntry FromLine(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, PendingEntryJson.Default.PendingEntry) ?? throw new JsonException("null is no entry");
}
