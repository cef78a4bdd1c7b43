using System.Text.Json.Serialization;

namespace RenderSignal.Webhooks;

/// <summary>What the control hook gets (REFERENCE section 6).</summary>
internal sealed record ControlPayload(
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("scenario_id")] string ScenarioId,
    [property: JsonPropertyName("api_key")] string? ApiKey);
