using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What is sent of the mail, or would be if nothing held it back.</summary>
internal sealed record PreviewDelivery(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("target_url")] string? TargetUrl,
    [property: JsonPropertyName("payload")] JsonNode? Payload);
