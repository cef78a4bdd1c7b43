using System.Text.Json.Serialization;

namespace RenderSignal.Webhooks;

/// <summary>The Make format of a recadrage mail (REFERENCE section 4). Missing values are written as null.</summary>
internal sealed record RecadragePayload(
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("delivery_time")] string? DeliveryTime,
    [property: JsonPropertyName("sender_email")] string SenderEmail,
    [property: JsonPropertyName("delivery_links")] IReadOnlyList<DeliveryLink> DeliveryLinks,
    [property: JsonPropertyName("first_direct_download_url")] string? FirstDirectDownloadUrl)
{
    public static RecadragePayload From(DeliveryRequest request) => new(
        request.Email.Subject,
        request.Detection?.DeliveryTime,
        request.Email.Sender,
        request.Links,
        FirstDirectDownloadUrl: null);
}
