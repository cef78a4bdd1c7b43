using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Which presence hook is tried.</summary>
internal sealed record PresenceTestBody([property: JsonPropertyName("presence")] bool Presence);
