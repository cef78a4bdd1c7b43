namespace RenderSignal.AspNetCore;

/// <summary>How far an import has come.</summary>
/// <param name="versions">The versions of the documents before it.</param>
internal sealed class ImportRun(IReadOnlyDictionary<string, string> versions)
{
    public Dictionary<string, string> Versions { get; } = new(versions);

    public ImportPlan Plan { get; set; } = new();

    public List<string> Stored { get; } = [];

    public bool IsApplied { get; set; }

    public ImportAnswer Answer(bool success, string message) =>
        new(success, message, IsApplied, Stored, Plan.Changes, Plan.Problems, Plan.Remarks, Versions);
}
