namespace RenderSignal;

/// <summary>A change that was stored.</summary>
/// <param name="Settings">The settings in force now.</param>
/// <param name="LeftOut">What of the change could not be understood and was left out: entries of a list. One sentence a field.</param>
public sealed record SettingsChange(RenderSignalSettings Settings, IReadOnlyList<string> LeftOut);
