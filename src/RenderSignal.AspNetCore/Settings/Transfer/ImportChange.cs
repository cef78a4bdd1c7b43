using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A field that an import changes. Addresses are masked.</summary>
internal sealed record ImportChange(
    [property: JsonPropertyName("document")] string Document,
    [property: JsonPropertyName("field")] string Field,
    [property: JsonPropertyName("from")] JsonNode? From,
    [property: JsonPropertyName("to")] JsonNode? To);
