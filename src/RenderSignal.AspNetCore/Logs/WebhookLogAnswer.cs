using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record WebhookLogAnswer(
    [property: JsonPropertyName("logs")] IReadOnlyList<WebhookLogBody> Logs,
    [property: JsonPropertyName("count")] int Count,
    [property: JsonPropertyName("days_filter")] int DaysFilter) : Answer(true);
