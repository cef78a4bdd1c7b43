using System.Text.Json.Serialization;

namespace RenderSignal.Webhooks;

/// <summary>The copy of a recadrage mail for the custom receiver (REFERENCE section 4).</summary>
internal sealed record MirrorPayload(
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("sender_email")] string SenderEmail,
    [property: JsonPropertyName("delivery_links")] IReadOnlyList<DeliveryLink> DeliveryLinks)
{
    public static MirrorPayload From(DeliveryRequest request) => new(request.Email.Subject, request.Email.Sender, request.Links);
}
