using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The document <c>webhook_config</c> without the window, which is one of its own; or a change of some of it. Null: not set.</summary>
internal sealed record WebhookConfigBody
{
    [JsonPropertyName("webhook_url")]
    public string? WebhookUrl { get; init; }

    [JsonPropertyName("presence_flag")]
    public bool PresenceFlag { get; init; }

    [JsonPropertyName("presence_true_url")]
    public string? PresenceTrueUrl { get; init; }

    [JsonPropertyName("presence_false_url")]
    public string? PresenceFalseUrl { get; init; }

    [JsonPropertyName("recadrage_webhook_url")]
    public string? RecadrageWebhookUrl { get; init; }

    [JsonPropertyName("autorepondeur_webhook_url")]
    public string? AutorepondeurWebhookUrl { get; init; }

    [JsonPropertyName("webhook_ssl_verify")]
    public bool WebhookSslVerify { get; init; }

    [JsonPropertyName("webhook_sending_enabled")]
    public bool WebhookSendingEnabled { get; init; }

    /// <param name="webhooks">The settings.</param>
    /// <param name="show">How an address is shown.</param>
    public static WebhookConfigBody From(WebhookSettings webhooks, Func<string?, string?> show) => new()
    {
        WebhookUrl = show(webhooks.Url),
        PresenceFlag = webhooks.PresenceFlag,
        PresenceTrueUrl = show(webhooks.PresenceTrueUrl),
        PresenceFalseUrl = show(webhooks.PresenceFalseUrl),
        RecadrageWebhookUrl = show(webhooks.RecadrageMakeUrl),
        AutorepondeurWebhookUrl = show(webhooks.DesaboMakeUrl),
        WebhookSslVerify = webhooks.SslVerify,
        WebhookSendingEnabled = webhooks.SendingEnabled,
    };
}
