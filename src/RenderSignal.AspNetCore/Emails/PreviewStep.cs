using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record PreviewStep(
    [property: JsonPropertyName("rule")] string Rule,
    [property: JsonPropertyName("finding")] string Finding,
    [property: JsonPropertyName("finding_phrase")] PhraseEntry FindingPhrase,
    [property: JsonPropertyName("decides")] bool Decides)
{
    public static PreviewStep From(DecisionStep step) => new(step.Rule, step.Finding.English, PhraseEntry.From(step.Finding), step.Decides);
}
