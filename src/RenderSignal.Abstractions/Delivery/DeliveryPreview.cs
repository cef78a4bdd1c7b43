using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>What a target would send.</summary>
/// <param name="Type"><c>custom</c> or <c>makecom</c>: see <see cref="WebhookLogType"/>.</param>
/// <param name="TargetUrl">The receiver, masked (<see cref="WebhookAddress.Mask"/>); null when it is not set.</param>
/// <param name="Payload">The body.</param>
public sealed record DeliveryPreview(string Type, string? TargetUrl, JsonNode? Payload);
