using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>What a settings document would lead to.</summary>
internal static class SettingsOverlay
{
    /// <summary>The settings in force, if one document were another.</summary>
    /// <param name="settings">The settings in force.</param>
    /// <param name="document">Which document.</param>
    /// <param name="content">What it would be.</param>
    /// <param name="below">What the documents are laid over.</param>
    public static RenderSignalSettings With(RenderSignalSettings settings, SettingsDocument document, JsonObject content, RenderSignalSettings below) =>
        document switch
        {
            SettingsDocument.WebhookConfig => settings with
            {
                Webhooks = WebhookFields.Rules.Apply(content, below.Webhooks, _ => { }) with { Window = settings.Webhooks.Window },
            },
            SettingsDocument.WebhookTimeWindow => settings with { Webhooks = WebhookFields.ApplyWindow(content, settings.Webhooks, _ => { }) },
            SettingsDocument.PollingConfig => settings with { Polling = PollingFields.Rules.Apply(content, below.Polling, _ => { }) },
            SettingsDocument.ProcessingPrefs => settings with
            {
                Preferences = ProcessingPreferencesDocument.Rules.Apply(content, below.Preferences, _ => { }),
            },
            SettingsDocument.RuntimeFlags => settings with { Flags = FlagFields.Rules.Apply(content, below.Flags, _ => { }) },
            _ => throw new ArgumentOutOfRangeException(nameof(document), document, null),
        };
}
