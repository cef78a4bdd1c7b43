using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record PingAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("timestamp_utc")] string TimestampUtc);
