using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>What may stand in a field.</summary>
/// <param name="Expected">What to write there: <c>a whole number from 0 to 10</c>.</param>
/// <param name="Read">Reads it.</param>
internal sealed record FieldType<TValue>(Phrase Expected, Func<JsonNode?, Reading<TValue>> Read)
{
    /// <summary>Writes it as documents have it.</summary>
    public Func<TValue, JsonNode?> Write { get; init; } = value => JsonSerializer.SerializeToNode(value);

    /// <summary>Whether the value is a webhook address, which is never logged whole.</summary>
    public bool IsAddress { get; init; }
}
