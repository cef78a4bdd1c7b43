using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>A field that cannot be obeyed.</summary>
internal sealed record FieldProblem(string Field, string Value, string Expected)
{
    private const int LongestValue = 100;

    public static FieldProblem Of(string field, JsonNode? value, string expected, bool isAddress = false)
    {
        var text = isAddress ? WebhookAddress.Mask(FieldText.Of(value) ?? "") : value?.ToJsonString() ?? "null";
        return new FieldProblem(field, text.Length > LongestValue ? TextCut.At(text, LongestValue) + "..." : text, expected);
    }

    public override string ToString() => $"{Field} is {Value}: write {Expected}.";
}
