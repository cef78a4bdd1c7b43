using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The runtime flags.</summary>
internal sealed record FlagsBody(
    [property: JsonPropertyName("disable_email_id_dedup")] bool DisableEmailIdDedup,
    [property: JsonPropertyName("allow_custom_webhook_without_links")] bool AllowCustomWebhookWithoutLinks)
{
    public static FlagsBody From(RuntimeFlags flags) => new(flags.DisableEmailIdDedup, flags.AllowCustomWebhookWithoutLinks);
}
