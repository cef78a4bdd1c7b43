namespace RenderSignal;

/// <summary>
/// The settings in force at one moment: what the environment said at start, overlaid by what an operator changed since.
/// A snapshot; ask <see cref="ISettingsReader"/> for each mail anew.
/// </summary>
public sealed record RenderSignalSettings
{
    /// <summary>Where mails are sent, and when.</summary>
    public WebhookSettings Webhooks { get; init; } = new();

    /// <summary>Whose mails are polled, and when.</summary>
    public PollingSettings Polling { get; init; } = new();

    /// <summary>Filters and reliability.</summary>
    public ProcessingPreferences Preferences { get; init; } = new();

    /// <summary>Switches for exceptional times.</summary>
    public RuntimeFlags Flags { get; init; } = new();
}
