using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>All settings in force, to be kept or to be taken to another site.</summary>
/// <param name="ExportedAt">When, in UTC.</param>
/// <param name="Documents">The documents by their stored names, with all their fields; of webhook addresses see <see cref="AddressFields"/>.</param>
internal sealed record SettingsFile(
    [property: JsonPropertyName("exported_at"), JsonPropertyOrder(1)] string ExportedAt,
    [property: JsonPropertyName("documents"), JsonPropertyOrder(2)] JsonObject Documents)
{
    public const string FormatName = "rendersignal-settings";
    public const int CurrentVersion = 1;

    [JsonPropertyName("format")]
    public string Format { get; init; } = FormatName;

    [JsonPropertyName("format_version")]
    public int FormatVersion { get; init; } = CurrentVersion;
}
