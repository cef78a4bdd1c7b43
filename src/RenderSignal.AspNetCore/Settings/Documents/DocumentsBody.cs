using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The settings in force, document by document. Every field is there; one that is not set is null.</summary>
internal sealed record DocumentsBody(
    [property: JsonPropertyName("webhook_config")] WebhookConfigBody WebhookConfig,
    [property: JsonPropertyName("webhook_time_window")] WindowBody WebhookTimeWindow,
    [property: JsonPropertyName("polling_config")] PollingBody PollingConfig,
    [property: JsonPropertyName("processing_prefs")] PreferencesBody ProcessingPrefs,
    [property: JsonPropertyName("runtime_flags")] FlagsBody RuntimeFlags)
{
    /// <summary>As answers show them.</summary>
    public static DocumentsBody From(RenderSignalSettings settings) => From(settings, MaskedAddress.Of);

    /// <summary>With webhook addresses whole: for comparing, and never for an answer.</summary>
    public static DocumentsBody WithAddresses(RenderSignalSettings settings) => From(settings, address => address);

    /// <summary>The fields of one document.</summary>
    public JsonObject FieldsOf(SettingsDocument document) => JsonSerializer.SerializeToNode<object>(
        document switch
        {
            SettingsDocument.WebhookConfig => WebhookConfig,
            SettingsDocument.WebhookTimeWindow => WebhookTimeWindow,
            SettingsDocument.PollingConfig => PollingConfig,
            SettingsDocument.ProcessingPrefs => ProcessingPrefs,
            SettingsDocument.RuntimeFlags => RuntimeFlags,
            _ => throw new ArgumentOutOfRangeException(nameof(document), document, null),
        },
        ApiJson.Options)!.AsObject();

    /// <param name="settings">The settings in force.</param>
    /// <param name="show">How an address is shown.</param>
    public static DocumentsBody From(RenderSignalSettings settings, Func<string?, string?> show) => new(
        WebhookConfigBody.From(settings.Webhooks, show),
        new WindowBody(settings.Webhooks.Window.StartText, settings.Webhooks.Window.EndText),
        PollingBody.From(settings.Polling),
        PreferencesBody.From(settings.Preferences) with
        {
            ExcludeKeywordsRecadrage = settings.Preferences.ExcludeKeywordsRecadrage,
            ExcludeKeywordsAutorepondeur = settings.Preferences.ExcludeKeywordsAutorepondeur,
        },
        FlagsBody.From(settings.Flags));
}
