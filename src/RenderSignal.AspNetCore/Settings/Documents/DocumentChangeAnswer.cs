using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>One document as it is after a change, which was stored; or was not, because somebody else had changed the document.</summary>
/// <param name="Success">Whether the change was stored.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Document">The document's name.</param>
/// <param name="Version">The version that it has now.</param>
/// <param name="Settings">What is in force of it now.</param>
/// <param name="Remarks">What of the change was not obeyed; absent when it was not stored.</param>
internal sealed record DocumentChangeAnswer(
    bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("document")] string Document,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("settings")] JsonObject Settings,
    [property: JsonPropertyName("remarks"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Remarks) : Answer(Success)
{
    public static DocumentChangeAnswer Stored(SettingsDocument document, SettingsChange change) => new(
        true,
        $"Saved; it is obeyed {(document == SettingsDocument.PollingConfig ? "at once" : "from the next mail on")}.",
        document.StoredName(),
        change.Version,
        DocumentsBody.From(change.Settings).FieldsOf(document),
        change.Remarks);

    public static DocumentChangeAnswer Refused(SettingsConflictException conflict, RenderSignalSettings settings) => new(
        false, conflict.Message, conflict.Document.StoredName(), conflict.Version, DocumentsBody.From(settings).FieldsOf(conflict.Document), null);
}
