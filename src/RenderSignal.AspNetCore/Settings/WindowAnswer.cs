using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The window in force, as it was written; null on both sides: always open.</summary>
internal sealed record WindowAnswer(
    [property: JsonPropertyName("webhooks_time_start")] string? Start,
    [property: JsonPropertyName("webhooks_time_end")] string? End) : Answer(true)
{
    [JsonPropertyName("timezone"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; init; }

    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    public static WindowAnswer From(TimeWindow window) => new(window.StartText, window.EndText);
}
