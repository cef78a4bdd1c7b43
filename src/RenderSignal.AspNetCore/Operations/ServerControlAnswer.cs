using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A restart or a deploy has begun.</summary>
internal sealed record ServerControlAnswer([property: JsonPropertyName("message")] string Message) : Answer(true);
