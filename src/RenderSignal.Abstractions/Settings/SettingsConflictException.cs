namespace RenderSignal;

/// <summary>A settings document has another version than the change was made for: somebody else changed it. Nothing was stored.</summary>
/// <param name="document">The document.</param>
/// <param name="version">The version that it has.</param>
public sealed class SettingsConflictException(SettingsDocument document, string version)
    : Exception($"{document.StoredName()} was changed by somebody else in the meantime, and nothing was stored. Look at what it says now, and change it again.")
{
    /// <summary>The document.</summary>
    public SettingsDocument Document { get; } = document;

    /// <summary>The version that it has.</summary>
    public string Version { get; } = version;
}
