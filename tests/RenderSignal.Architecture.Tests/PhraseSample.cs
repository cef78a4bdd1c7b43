namespace RenderSignal.Architecture.Tests;

/// <summary>A phrase, made with values that show where they stand.</summary>
/// <param name="Group">What it is part of: <c>finding</c>, <c>reason</c>, <c>reasonDetail</c>, <c>note</c>, <c>expected</c> or <c>tools.address.status</c>.</param>
/// <param name="Phrase">The phrase.</param>
internal sealed record PhraseSample(string Group, Phrase Phrase)
{
    public string Code => Phrase.Code;

    /// <summary>The names of the values, in their order.</summary>
    public IEnumerable<string> Values => Phrase.Values.Keys;

    /// <summary>The English with the names of its values in the place of what the catalogue put in: <c>{count} found</c>.</summary>
    public string Template => Phrase.Values.Aggregate(
        Phrase.English, (text, value) => text.Replace(value.Value, $"{{{value.Key}}}", StringComparison.Ordinal));

    public override string ToString() => $"{Group}.{Code}: {Template}{(Values.Any() ? $" [{string.Join(", ", Values)}]" : "")}";
}
