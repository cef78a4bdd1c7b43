namespace RenderSignal;

/// <summary>A change that was stored.</summary>
/// <param name="Settings">The settings in force now.</param>
/// <param name="Remarks">
/// What of the change was not obeyed: entries of a list that cannot be understood, and fields that the document does not have. One sentence each.
/// </param>
public sealed record SettingsChange(RenderSignalSettings Settings, IReadOnlyList<string> Remarks);
