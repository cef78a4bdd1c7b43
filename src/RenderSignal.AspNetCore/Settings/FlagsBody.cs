using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The runtime flags, or a change of some of them.</summary>
internal sealed record FlagsBody
{
    [JsonPropertyName("disable_email_id_dedup")]
    public bool DisableEmailIdDedup { get; init; }

    [JsonPropertyName("allow_custom_webhook_without_links")]
    public bool AllowCustomWebhookWithoutLinks { get; init; }

    public static FlagsBody From(RuntimeFlags flags) =>
        new() { DisableEmailIdDedup = flags.DisableEmailIdDedup, AllowCustomWebhookWithoutLinks = flags.AllowCustomWebhookWithoutLinks };
}
