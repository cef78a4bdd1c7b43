using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Imports a file of settings. All of it is checked before anything is stored; then each document is stored as one step, if it still has the
/// version that it was checked with. What is stored when a later one fails stays: the same file again stores the rest.
/// </summary>
internal sealed class SettingsImport(ISettingsEditor editor, ImportPlanner planner)
{
    /// <param name="request">What is imported, and how.</param>
    /// <param name="cancellationToken">Ends it before something is stored.</param>
    /// <returns>The answer and its status.</returns>
    public async Task<(int Status, ImportAnswer Answer)> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var run = new ImportRun(await DocumentVersions.ReadAsync(editor, cancellationToken));
        run.Plan = await planner.PlanAsync(request.File, request.Passphrase, cancellationToken);
        // First of all: problems that nobody has been shown come of the change.
        if (request.Apply && FirstChanged(request.Versions, run.Versions) is { } changed)
        {
            var conflict = new SettingsConflictException(DocumentName.Find(changed), run.Versions[changed]);
            return (StatusCodes.Status412PreconditionFailed, run.Answer(success: false, conflict.Message));
        }

        if (run.Plan.Problems.Count > 0)
        {
            return request.Apply
                ? (StatusCodes.Status422UnprocessableEntity, run.Answer(success: false, $"Nothing was stored: {Count(run.Plan.Problems.Count, "problem")}."))
                : (StatusCodes.Status200OK, run.Answer(success: true, $"Nothing can be stored: {Count(run.Plan.Problems.Count, "problem")}."));
        }

        if (!request.Apply)
        {
            return (StatusCodes.Status200OK, run.Answer(success: true, $"{Count(run.Plan.Changes.Count, "setting")} would change."));
        }

        return await StoreAsync(run, cancellationToken);
    }

    private async Task<(int Status, ImportAnswer Answer)> StoreAsync(ImportRun run, CancellationToken cancellationToken)
    {
        foreach (var (document, fields) in run.Plan.Fields)
        {
            var name = document.StoredName();
            try
            {
                // Once one is stored, nobody who gives up waiting keeps the others from following.
                var token = run.Stored.Count == 0 ? cancellationToken : CancellationToken.None;
                run.Versions[name] = (await editor.ChangeAsync(document, fields, run.Versions[name], token)).Version;
                run.Stored.Add(name);
            }
            catch (SettingsConflictException conflict)
            {
                run.Versions[name] = conflict.Version;
                return (StatusCodes.Status412PreconditionFailed, run.Answer(success: false, WhatBecameOf(run, name, conflict)));
            }
            catch (Exception exception) when (exception is IOException or SettingsDocumentException && !cancellationToken.IsCancellationRequested)
            {
                return (StatusCodes.Status503ServiceUnavailable, run.Answer(success: false, $"{name} was not stored: {exception.Message}{WhatIsStored(run)}"));
            }
        }

        run.IsApplied = true;
        return (StatusCodes.Status200OK, run.Answer(success: true, $"Imported: {Count(run.Plan.Changes.Count, "setting")} changed."));
    }

    private static string? FirstChanged(IReadOnlyDictionary<string, string>? shown, Dictionary<string, string> current) =>
        shown?.FirstOrDefault(version => current.TryGetValue(version.Key, out var now) && now != version.Value).Key;

    private static string WhatBecameOf(ImportRun run, string name, SettingsConflictException conflict) => run.Stored.Count == 0
        ? conflict.Message
        : $"{name} was changed by somebody else in the meantime, and was not stored.{WhatIsStored(run)}";

    private static string WhatIsStored(ImportRun run) => run.Stored.Count == 0
        ? ""
        : $" Stored before that: {string.Join(", ", run.Stored)}. Import the same file again for the rest.";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
