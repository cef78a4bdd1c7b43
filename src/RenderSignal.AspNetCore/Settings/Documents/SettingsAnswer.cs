using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>All settings in force.</summary>
internal sealed record SettingsAnswer(
    [property: JsonPropertyName("timezone")] string Timezone,
    [property: JsonPropertyName("documents")] DocumentsBody Documents,
    [property: JsonPropertyName("versions")] IReadOnlyDictionary<string, string> Versions) : Answer(true);
