using System.Collections.ObjectModel;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>A change that was stored, or that was checked only.</summary>
/// <param name="Settings">The settings in force with it.</param>
/// <param name="Remarks">
/// What of the change was not obeyed: entries of a list that cannot be understood, and fields that the document does not have. One sentence each.
/// </param>
/// <param name="Version">The version of the document with it.</param>
public sealed record SettingsChange(RenderSignalSettings Settings, IReadOnlyList<string> Remarks, string Version)
{
    /// <summary>By field, the entries of a list that cannot be understood and were left out, as they were sent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonNode?>> LeftOut { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<JsonNode?>>.Empty;
}
