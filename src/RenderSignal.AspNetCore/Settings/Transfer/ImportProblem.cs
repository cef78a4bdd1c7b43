using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Something for which a file cannot be imported.</summary>
/// <param name="Document">Where it lies; null: in the file itself.</param>
/// <param name="Field">The field; null: in none.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Expected">What to write there; null when the message alone says it.</param>
internal sealed record ImportProblem(
    [property: JsonPropertyName("document")] string? Document,
    [property: JsonPropertyName("field")] string? Field,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("expected")] PhraseEntry? Expected = null);
