using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>How a test of a presence hook went.</summary>
/// <param name="Success">Whether it was accepted.</param>
/// <param name="Message">What it was, or what went wrong.</param>
/// <param name="StatusCode">The HTTP status of the last answer; null when there was none.</param>
/// <param name="DurationMs">How long it took with all its tries.</param>
internal sealed record PresenceTestAnswer(
    bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("status_code")] int? StatusCode,
    [property: JsonPropertyName("duration_ms")] long DurationMs) : Answer(Success);
