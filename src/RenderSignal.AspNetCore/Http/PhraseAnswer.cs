using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A <see cref="Phrase"/> on the wire.</summary>
/// <param name="Code">The name by which it is said in other languages.</param>
/// <param name="Text">The same in English.</param>
/// <param name="Values">What is put into it, by name.</param>
internal sealed record PhraseAnswer(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("values")] IReadOnlyDictionary<string, string> Values)
{
    public static PhraseAnswer? From(Phrase? phrase) => phrase is null ? null : new(phrase.Code, phrase.English, phrase.Values);
}
