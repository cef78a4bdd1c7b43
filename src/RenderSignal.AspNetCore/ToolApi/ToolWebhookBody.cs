using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Where mails are sent. Addresses are masked; what is not set is null.</summary>
internal sealed record ToolWebhookBody
{
    [JsonPropertyName("webhook_url")]
    public string? WebhookUrl { get; init; }

    [JsonPropertyName("recadrage_webhook_url")]
    public string? RecadrageWebhookUrl { get; init; }

    [JsonPropertyName("autorepondeur_webhook_url")]
    public string? AutorepondeurWebhookUrl { get; init; }

    [JsonPropertyName("presence_flag")]
    public bool PresenceFlag { get; init; }

    [JsonPropertyName("presence_true_url")]
    public string? PresenceTrueUrl { get; init; }

    [JsonPropertyName("presence_false_url")]
    public string? PresenceFalseUrl { get; init; }

    [JsonPropertyName("webhook_ssl_verify")]
    public bool WebhookSslVerify { get; init; }

    /// <summary>Whether this process was started to poll, and is to.</summary>
    [JsonPropertyName("polling_enabled")]
    public bool PollingEnabled { get; init; }

    public static ToolWebhookBody From(RenderSignalSettings settings, PollState state)
    {
        var webhooks = WebhookBody.From(settings.Webhooks);
        return new()
        {
            WebhookUrl = webhooks.WebhookUrl,
            RecadrageWebhookUrl = webhooks.RecadrageWebhookUrl,
            AutorepondeurWebhookUrl = webhooks.AutorepondeurWebhookUrl,
            PresenceFlag = webhooks.PresenceFlag,
            PresenceTrueUrl = webhooks.PresenceTrueUrl,
            PresenceFalseUrl = webhooks.PresenceFalseUrl,
            WebhookSslVerify = webhooks.WebhookSslVerify,
            PollingEnabled = state.IsEnabled && settings.Polling.Enabled,
        };
    }
}
