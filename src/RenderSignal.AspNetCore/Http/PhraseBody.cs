using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>A phrase on the wire: what the dashboard can say in another language.</summary>
internal sealed record PhraseBody(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("values")] IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Null for none.</summary>
    public static PhraseBody? From(Phrase? phrase) => phrase is null ? null : new(phrase.Code, phrase.English, phrase.Values);
}
