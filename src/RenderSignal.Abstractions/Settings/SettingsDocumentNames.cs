namespace RenderSignal;

/// <summary>What the settings documents are called where they are stored.</summary>
public static class SettingsDocumentNames
{
    /// <summary>The name the reference stores a document under, such as <c>processing_prefs</c>.</summary>
    /// <param name="document">Which document.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the documents.</exception>
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
