using System.Text.Json.Serialization;

namespace RenderSignal.Webhooks;

/// <summary>The Make format of a desabo mail (REFERENCE section 4): subject, text and sender under two names each.</summary>
internal sealed record DesaboPayload(
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("delivery_time")] string? DeliveryTime,
    [property: JsonPropertyName("sender_email")] string SenderEmail,
    [property: JsonPropertyName("detector")] string Detector,
    [property: JsonPropertyName("email_content")] string EmailContent,
    [property: JsonPropertyName("Text")] string Text,
    [property: JsonPropertyName("Subject")] string SubjectAgain,
    [property: JsonPropertyName("Sender")] DesaboPayload.Mailbox Sender,
    [property: JsonPropertyName("webhooks_time_start")] string? WindowStart,
    [property: JsonPropertyName("webhooks_time_end")] string? WindowEnd)
{
    internal sealed record Mailbox([property: JsonPropertyName("email")] string Email);

    public static DesaboPayload From(DeliveryRequest request) => new(
        request.Email.Subject,
        DeliveryTime: null,
        request.Email.Sender,
        request.Detection?.Detector ?? DetectorNames.Desabo,
        request.Content,
        request.Content,
        request.Email.Subject,
        new Mailbox(request.Email.Sender),
        request.WindowStart,
        request.WindowEnd);
}
