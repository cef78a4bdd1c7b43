using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>The fields that hold webhook addresses, which are secrets: shown masked, and kept in a file only sealed.</summary>
internal static class AddressFields
{
    private static readonly HashSet<string> Names =
        ["webhook_url", "presence_true_url", "presence_false_url", "recadrage_webhook_url", "autorepondeur_webhook_url"];

    public static bool Contains(SettingsDocument document, string field) => document == SettingsDocument.WebhookConfig && Names.Contains(field);

    /// <summary>A field's value as answers show it.</summary>
    public static JsonNode? Show(SettingsDocument document, string field, JsonNode? value) =>
        Contains(document, field) ? JsonValue.Create(MaskedAddress.Of((string?)value)) : value?.DeepClone();
}
