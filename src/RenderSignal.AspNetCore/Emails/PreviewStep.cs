using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record PreviewStep(
    [property: JsonPropertyName("rule")] string Rule,
    [property: JsonPropertyName("finding")] string Finding,
    [property: JsonPropertyName("decides")] bool Decides);
