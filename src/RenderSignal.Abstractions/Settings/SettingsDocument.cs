namespace RenderSignal;

/// <summary>One of the documents an operator changes at run time. Its stored name is the reference's (REFERENCE section 5).</summary>
public enum SettingsDocument
{
    /// <summary><c>webhook_config</c>.</summary>
    WebhookConfig,

    /// <summary><c>webhook_time_window</c>.</summary>
    WebhookTimeWindow,

    /// <summary><c>polling_config</c>.</summary>
    PollingConfig,

    /// <summary><c>processing_prefs</c>.</summary>
    ProcessingPrefs,

    /// <summary><c>runtime_flags</c>.</summary>
    RuntimeFlags,
}
