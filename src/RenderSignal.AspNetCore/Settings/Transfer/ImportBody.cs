using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What is imported, and how.</summary>
/// <param name="File">The file, as it was exported.</param>
/// <param name="Passphrase">The one that it was exported with.</param>
/// <param name="Apply">Whether to store it; otherwise it is only told what would change.</param>
/// <param name="Versions">Those of the answer that told what would change: nothing is stored when a document has another one now.</param>
internal sealed record ImportBody(
    [property: JsonPropertyName("file")] SettingsFile File,
    [property: JsonPropertyName("passphrase")] string? Passphrase = null,
    [property: JsonPropertyName("apply")] bool Apply = false,
    [property: JsonPropertyName("versions")] IReadOnlyDictionary<string, string>? Versions = null);
