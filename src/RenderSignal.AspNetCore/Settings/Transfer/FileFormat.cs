using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>Finds out whether a file is one of exported settings, before anything of it is looked at.</summary>
internal static class FileFormat
{
    /// <summary>How many unknown documents, and fields of each, are named.</summary>
    public const int MaxUnknown = 5;

    /// <summary>The documents of the file that there are; unknown ones are remarked upon, and what is wrong with the file is a problem of the plan.</summary>
    public static IEnumerable<(SettingsDocument Document, JsonObject Fields)> Read(JsonObject file, ImportPlan plan)
    {
        if (FindProblem(file) is { } problem)
        {
            plan.Problems.Add(problem);
            return [];
        }

        var documents = file["documents"]!.AsObject();
        plan.Remarks.AddRange(documents.Select(document => document.Key).Where(name => !DocumentName.All.ContainsKey(name)).Take(MaxUnknown)
            .Select(name => $"{PrintableText.For(name)} is no settings document and was ignored."));
        var known = DocumentName.All.Where(name => documents.ContainsKey(name.Key)).ToLookup(name => documents[name.Key] is JsonObject);
        plan.Problems.AddRange(known[false].Select(name => new ImportProblem(name.Key, null, $"{name.Key} is no JSON object: write {{\"field\": value, …}}.")));
        return known[true].Select(name => (name.Value, documents[name.Key]!.AsObject()));
    }

    private static ImportProblem? FindProblem(JsonObject file)
    {
        if (JsonBody.Text(file, "format") != SettingsFile.FormatName)
        {
            return Problem("format", $"This is no file of exported settings: its format is not \"{SettingsFile.FormatName}\".");
        }

        if (file["format_version"] is not JsonValue value || !value.TryGetValue<int>(out var version) || version != SettingsFile.CurrentVersion)
        {
            return Problem(
                "format_version", $"The file has another format_version than {SettingsFile.CurrentVersion}: import it with the version of RenderSignal that wrote it.");
        }

        return file["documents"] is JsonObject ? null : Problem("documents", "The file has no documents: export the settings again.");

        static ImportProblem Problem(string field, string message) => new(null, field, message, PhraseEntry.From(TransferExpectations.ExportedFile));
    }
}
