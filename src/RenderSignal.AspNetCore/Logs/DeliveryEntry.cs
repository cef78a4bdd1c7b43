using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A send with all its tries, or why nothing was sent (REFERENCE section 4).</summary>
internal sealed record DeliveryEntry(
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("email_id")] string EmailId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("status_code")] int? StatusCode,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("target_url")] string? TargetUrl,
    [property: JsonPropertyName("subject")] string? Subject,
    [property: JsonPropertyName("attempts")] int Attempts,
    [property: JsonPropertyName("duration_ms")] long DurationMs)
{
    public static DeliveryEntry From(WebhookLogEntry entry) => new(
        ApiTime.Format(entry.Timestamp),
        entry.Type,
        entry.EmailId,
        entry.Status,
        entry.StatusCode,
        entry.Error,
        MaskedAddress.OfTarget(entry.TargetUrl),
        entry.Subject,
        entry.Attempts,
        entry.DurationMs);
}
