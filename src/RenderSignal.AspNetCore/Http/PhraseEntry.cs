using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Something said, so that it can be said in another language: by its code, with its values.</summary>
/// <param name="Code">A name that stays: <c>within_size_limit</c>.</param>
/// <param name="Text">The English text, with the values in it.</param>
/// <param name="Values">What changes from one time to the next, by name.</param>
internal sealed record PhraseEntry(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("values")] IReadOnlyDictionary<string, string> Values)
{
    [return: NotNullIfNotNull(nameof(phrase))]
    public static PhraseEntry? From(Phrase? phrase) => phrase is null ? null : new(phrase.Code, phrase.English, phrase.Values);
}
