namespace RenderSignal.AspNetCore;

/// <summary>The versions of all documents, by their stored names.</summary>
internal static class DocumentVersions
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(ISettingsEditor editor, CancellationToken cancellationToken)
    {
        var versions = new Dictionary<string, string>();
        foreach (var (name, document) in DocumentName.All)
        {
            versions.Add(name, await editor.GetVersionAsync(document, cancellationToken));
        }

        return versions;
    }
}
