using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record WebhookLogAnswer(
    [property: JsonPropertyName("logs")] IReadOnlyList<DeliveryEntry> Logs,
    [property: JsonPropertyName("count")] int Count,
    [property: JsonPropertyName("days_filter")] int DaysFilter) : Answer(true);
