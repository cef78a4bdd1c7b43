using System.Text;
using System.Text.Json.Serialization;

namespace RenderSignal.Webhooks;

/// <summary>The custom format (REFERENCE section 4). Optional keys without a value are left out.</summary>
internal sealed record CustomPayload(
    [property: JsonPropertyName("microsoft_graph_email_id")] string EmailId,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("receivedDateTime")] string ReceivedDateTime,
    [property: JsonPropertyName("sender_address")] string SenderAddress,
    [property: JsonPropertyName("bodyPreview")] string BodyPreview,
    [property: JsonPropertyName("email_content")] string EmailContent,
    [property: JsonPropertyName("webhooks_time_start"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WindowStart,
    [property: JsonPropertyName("webhooks_time_end"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WindowEnd,
    [property: JsonPropertyName("detector"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detector,
    [property: JsonPropertyName("delivery_time"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DeliveryTime,
    [property: JsonPropertyName("sender_email")] string SenderEmail,
    [property: JsonPropertyName("delivery_links"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DeliveryLink>? DeliveryLinks)
{
    private const int PreviewLength = 200;

    public static CustomPayload From(DeliveryRequest request) => new(
        request.Email.Id,
        request.Email.Subject,
        request.Email.Date,
        request.Email.From,
        FirstCharacters(request.Content),
        request.Content,
        request.WindowStart,
        request.WindowEnd,
        request.Detection?.Detector,
        request.Detection?.DeliveryTime,
        request.Email.Sender,
        request.Links.Count > 0 ? request.Links : null);

    // Counted in code points, as the reference counts.
    private static string FirstCharacters(string text)
    {
        var length = 0;
        for (var count = 0; count < PreviewLength && length < text.Length; count++)
        {
            Rune.DecodeFromUtf16(text.AsSpan(length), out _, out var consumed);
            length += consumed;
        }

        return text[..length];
    }
}
