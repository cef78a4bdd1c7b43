using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What would become of a mail that came now.</summary>
internal sealed record PreviewAnswer(
    [property: JsonPropertyName("decision")] PreviewDecision Decision,
    [property: JsonPropertyName("detector")] string? Detector,
    [property: JsonPropertyName("delivery_time")] string? DeliveryTime,
    [property: JsonPropertyName("links")] IReadOnlyList<DeliveryLink> Links,
    [property: JsonPropertyName("subject_group")] string SubjectGroup,
    [property: JsonPropertyName("steps")] IReadOnlyList<PreviewStep> Steps,
    [property: JsonPropertyName("delivery")] PreviewDelivery? Delivery,
    [property: JsonPropertyName("would_send")] bool WouldSend) : Answer(true)
{
    public static PreviewAnswer From(EmailPreview preview) => new(
        PreviewDecision.From(preview.Decision),
        preview.Detection?.Detector,
        preview.Detection?.DeliveryTime,
        preview.Links,
        preview.SubjectGroup,
        [.. preview.Steps.Select(PreviewStep.From)],
        preview.Delivery is { } delivery ? new(delivery.Type, MaskedAddress.OfTarget(delivery.TargetUrl), delivery.Payload) : null,
        preview.Decision.Action == EmailAction.Send);
}
