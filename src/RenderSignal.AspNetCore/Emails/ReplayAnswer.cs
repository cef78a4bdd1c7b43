using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <param name="Success">Whether the receiver accepted.</param>
/// <param name="Message">How it ended, in words.</param>
/// <param name="Email">The mail after it; null when there is none.</param>
internal sealed record ReplayAnswer(
    bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("email")] EmailEntry? Email) : Answer(Success);
