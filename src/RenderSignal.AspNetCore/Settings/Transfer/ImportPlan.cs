using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>What a file would change, as far as it can be imported.</summary>
internal sealed class ImportPlan
{
    public List<ImportChange> Changes { get; } = [];

    public List<ImportProblem> Problems { get; } = [];

    public List<string> Remarks { get; } = [];

    /// <summary>What is to be stored, document by document.</summary>
    public Dictionary<SettingsDocument, JsonObject> Fields { get; } = [];
}
