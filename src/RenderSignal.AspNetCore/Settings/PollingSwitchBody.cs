using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Whether to poll.</summary>
internal sealed record PollingSwitchBody([property: JsonPropertyName("enable")] bool Enable);
