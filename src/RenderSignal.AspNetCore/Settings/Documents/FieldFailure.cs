using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>A failure that may lie in one field.</summary>
/// <param name="Message">What failed, and what to do.</param>
/// <param name="Field">The field; null: it lies in none.</param>
/// <param name="Expected">What to write there; null when the message alone says it.</param>
internal sealed record FieldFailure(
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("field")] string? Field,
    [property: JsonPropertyName("expected")] PhraseEntry? Expected) : Answer(false)
{
    public static IResult Result(int status, string message, string? field = null, Phrase? expected = null) =>
        Results.Json(new FieldFailure(message, field, PhraseEntry.From(expected)), ApiJson.Options, statusCode: status);
}
