using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record HealthAnswer([property: JsonPropertyName("status")] string Status);
