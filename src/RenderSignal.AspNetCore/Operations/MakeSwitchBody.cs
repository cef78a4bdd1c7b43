using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Whether the scenarios are to be on.</summary>
internal sealed record MakeSwitchBody([property: JsonPropertyName("enable")] bool Enable);
