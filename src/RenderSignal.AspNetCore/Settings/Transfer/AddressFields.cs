using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>The fields that hold webhook addresses, which are secrets: shown masked, and kept in a file only sealed.</summary>
internal static class AddressFields
{
    // Whatever answers mask is one: none can be forgotten here.
    private static readonly HashSet<(SettingsDocument Document, string Field)> All = Find();

    public static bool Contains(SettingsDocument document, string field) => All.Contains((document, field));

    /// <summary>A field's value as answers show it.</summary>
    public static JsonNode? Show(SettingsDocument document, string field, JsonNode? value) =>
        Contains(document, field) ? JsonValue.Create(MaskedAddress.Of((string?)value)) : value?.DeepClone();

    private static HashSet<(SettingsDocument Document, string Field)> Find()
    {
        const string Mark = "an address";
        var marked = DocumentsBody.From(new RenderSignalSettings(), _ => Mark);
        return
        [
            .. from document in DocumentName.All.Values
               from field in marked.FieldsOf(document)
               where field.Value is JsonValue value && value.TryGetValue<string>(out var text) && text == Mark
               select (document, field.Key),
        ];
    }
}
