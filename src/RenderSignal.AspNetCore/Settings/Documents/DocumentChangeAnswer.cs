using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>One document as it is after a change, which was stored; or was not, because somebody else had changed the document.</summary>
/// <param name="Success">Whether the change was obeyed; one without any field of the document is, too.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Version">The version that it has now.</param>
/// <param name="Settings">What is in force of it now.</param>
/// <param name="Remarks">What of the change was not obeyed; absent when it was not stored.</param>
/// <param name="LeftOut">By field, the entries of a list that were left out, as they were sent; absent when the change was not stored.</param>
internal sealed record DocumentChangeAnswer(
    bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("document")] string Document,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("settings")] JsonObject Settings,
    [property: JsonPropertyName("remarks"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Remarks = null,
    [property: JsonPropertyName("left_out"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, IReadOnlyList<JsonNode?>>? LeftOut = null) : Answer(Success)
{
    /// <param name="document">The document.</param>
    /// <param name="sent">The fields that were sent.</param>
    /// <param name="change">What came of them.</param>
    public static DocumentChangeAnswer Stored(SettingsDocument document, JsonObject sent, SettingsChange change)
    {
        var fields = DocumentsBody.From(change.Settings).FieldsOf(document);
        var message = !sent.Any(field => fields.ContainsKey(field.Key)) ? $"Nothing was changed: no field of {document.StoredName()} was sent."
            : document == SettingsDocument.PollingConfig ? "Saved; it is obeyed at once."
            : "Saved; it is obeyed from the next mail on.";
        return new(true, message, document.StoredName(), change.Version, fields, change.Remarks, change.LeftOut);
    }

    public static DocumentChangeAnswer Refused(SettingsConflictException conflict, RenderSignalSettings settings) => new(
        false, conflict.Message, conflict.Document.StoredName(), conflict.Version, DocumentsBody.From(settings).FieldsOf(conflict.Document));
}
