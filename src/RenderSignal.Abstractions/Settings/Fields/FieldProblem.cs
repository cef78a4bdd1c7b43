using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>A field that cannot be obeyed.</summary>
internal sealed record FieldProblem(string Field, string Value, Phrase Expected)
{
    private const int LongestValue = 100;

    /// <summary>The entries of a list that were left out; empty: the field is refused as a whole.</summary>
    public IReadOnlyList<JsonNode?> LeftOut { get; init; } = [];

    public static FieldProblem Of(string field, JsonNode? value, Phrase expected, bool isAddress = false)
    {
        var text = isAddress ? WebhookAddress.Mask(FieldText.Of(value) ?? "") : value?.ToJsonString() ?? "null";
        return new FieldProblem(field, text.Length > LongestValue ? TextCut.At(text, LongestValue) + "..." : text, expected);
    }

    public SettingsRejectedException ToRejection() => new(Field, ToString()) { Expected = Expected };

    public override string ToString() => $"{Field} is {Value}: write {Expected}.";
}
