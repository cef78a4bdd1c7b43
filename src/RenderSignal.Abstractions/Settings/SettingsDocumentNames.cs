namespace RenderSignal;

internal static class SettingsDocumentNames
{
    /// <summary>The name the reference stores a document under.</summary>
    public static string StoredName(this SettingsDocument document) => document switch
    {
        SettingsDocument.WebhookConfig => "webhook_config",
        SettingsDocument.WebhookTimeWindow => "webhook_time_window",
        SettingsDocument.PollingConfig => "polling_config",
        SettingsDocument.ProcessingPrefs => "processing_prefs",
        SettingsDocument.RuntimeFlags => "runtime_flags",
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, null),
    };
}
