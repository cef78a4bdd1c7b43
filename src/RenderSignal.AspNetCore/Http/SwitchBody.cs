using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Whether something is to be on.</summary>
internal sealed record SwitchBody([property: JsonPropertyName("enable")] bool Enable);
