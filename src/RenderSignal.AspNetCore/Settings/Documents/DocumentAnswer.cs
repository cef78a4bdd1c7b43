using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>One document of the settings: its name, its version, and what is in force of it.</summary>
internal sealed record DocumentAnswer(
    [property: JsonPropertyName("document")] string Document,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("settings")] JsonObject Settings) : Answer(true)
{
    public static DocumentAnswer From(SettingsDocument document, string version, RenderSignalSettings settings) =>
        new(document.StoredName(), version, DocumentsBody.From(settings).FieldsOf(document));
}
