using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A cycle was asked for.</summary>
/// <param name="Status"><c>running</c> while one runs already, and the one asked for begins when it has ended; else <c>requested</c>.</param>
/// <param name="Message">The same for people.</param>
/// <param name="AskedAt">When, by this server's clock, in UTC: a cycle that began since then is the one asked for, or a later one.</param>
internal sealed record CycleAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("asked_at")] string AskedAt) : Answer(true);
