namespace RenderSignal;

/// <summary>The document <c>runtime_flags</c>.</summary>
internal static class FlagFields
{
    public static readonly FieldRule<RuntimeFlags>[] Rules =
    [
        FieldRule<RuntimeFlags>.For("disable_email_id_dedup", FieldTypes.Switch, (flags, value) => flags with { DisableEmailIdDedup = value }),
        FieldRule<RuntimeFlags>.For(
            "allow_custom_webhook_without_links", FieldTypes.Switch, (flags, value) => flags with { AllowCustomWebhookWithoutLinks = value }),
    ];
}
