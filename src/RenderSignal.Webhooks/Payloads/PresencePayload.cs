using System.Text.Json.Serialization;

namespace RenderSignal.Webhooks;

/// <summary>The Make format of a presence mail (REFERENCE section 4). Missing values are written as null.</summary>
internal sealed record PresencePayload(
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("delivery_time")] string? DeliveryTime,
    [property: JsonPropertyName("sender_email")] string SenderEmail,
    [property: JsonPropertyName("presence")] bool Presence,
    [property: JsonPropertyName("detector")] string Detector,
    [property: JsonPropertyName("webhooks_time_start")] string? WindowStart,
    [property: JsonPropertyName("webhooks_time_end")] string? WindowEnd)
{
    /// <remarks>This one payload has the sender's address in the sender's own spelling: recorded so.</remarks>
    public static PresencePayload From(DeliveryRequest request) => new(
        request.Email.Subject,
        DeliveryTime: null,
        request.Email.SenderAddress,
        request.Settings.Webhooks.PresenceFlag,
        DetectorNames.Presence,
        request.WindowStart,
        request.WindowEnd);
}
