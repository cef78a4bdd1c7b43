using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>Where mails are sent, and when; or a change of some of it. Addresses are shown masked; a hook that is not set is left out.</summary>
internal sealed record WebhookBody
{
    [JsonPropertyName("webhook_url")]
    public string? WebhookUrl { get; init; }

    [JsonPropertyName("presence_flag")]
    public bool PresenceFlag { get; init; }

    [JsonPropertyName("presence_true_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PresenceTrueUrl { get; init; }

    [JsonPropertyName("presence_false_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PresenceFalseUrl { get; init; }

    [JsonPropertyName("recadrage_webhook_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecadrageWebhookUrl { get; init; }

    [JsonPropertyName("autorepondeur_webhook_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AutorepondeurWebhookUrl { get; init; }

    [JsonPropertyName("webhook_ssl_verify")]
    public bool WebhookSslVerify { get; init; }

    [JsonPropertyName("webhook_sending_enabled")]
    public bool WebhookSendingEnabled { get; init; }

    /// <summary>A time like 9h30 or 09:30; null on both sides: always open.</summary>
    [JsonPropertyName("webhook_time_start")]
    public string? WebhookTimeStart { get; init; }

    /// <summary>A time like 17h30 or 17:30.</summary>
    [JsonPropertyName("webhook_time_end")]
    public string? WebhookTimeEnd { get; init; }

    public static WebhookBody From(WebhookSettings webhooks) => new()
    {
        WebhookUrl = MaskedAddress.Of(webhooks.Url),
        PresenceFlag = webhooks.PresenceFlag,
        PresenceTrueUrl = MaskedAddress.Of(webhooks.PresenceTrueUrl),
        PresenceFalseUrl = MaskedAddress.Of(webhooks.PresenceFalseUrl),
        RecadrageWebhookUrl = MaskedAddress.Of(webhooks.RecadrageMakeUrl),
        AutorepondeurWebhookUrl = MaskedAddress.Of(webhooks.DesaboMakeUrl),
        WebhookSslVerify = webhooks.SslVerify,
        WebhookSendingEnabled = webhooks.SendingEnabled,
        WebhookTimeStart = webhooks.Window.StartText,
        WebhookTimeEnd = webhooks.Window.EndText,
    };
}
