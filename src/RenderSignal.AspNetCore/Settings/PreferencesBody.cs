using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The processing preferences (REFERENCE section 5), or a change of some of them.</summary>
internal sealed record PreferencesBody
{
    [JsonPropertyName("exclude_keywords")]
    public IReadOnlyList<string> ExcludeKeywords { get; init; } = [];

    [JsonPropertyName("exclude_keywords_recadrage"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ExcludeKeywordsRecadrage { get; init; }

    [JsonPropertyName("exclude_keywords_autorepondeur"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ExcludeKeywordsAutorepondeur { get; init; }

    [JsonPropertyName("require_attachments")]
    public bool RequireAttachments { get; init; }

    [JsonPropertyName("max_email_size_mb")]
    public int? MaxEmailSizeMb { get; init; }

    /// <summary>By address: high, medium or low.</summary>
    [JsonPropertyName("sender_priority")]
    public IReadOnlyDictionary<string, string> SenderPriority { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("retry_count")]
    public int RetryCount { get; init; }

    [JsonPropertyName("retry_delay_sec")]
    public int RetryDelaySec { get; init; }

    [JsonPropertyName("webhook_timeout_sec")]
    public int WebhookTimeoutSec { get; init; }

    [JsonPropertyName("rate_limit_per_hour")]
    public int RateLimitPerHour { get; init; }

    [JsonPropertyName("notify_on_failure")]
    public bool NotifyOnFailure { get; init; }

    [JsonPropertyName("mirror_media_to_custom")]
    public bool MirrorMediaToCustom { get; init; }

    /// <summary>As the document has them: what it leaves out is left out here.</summary>
    public static PreferencesBody From(ProcessingPreferences preferences) =>
        ProcessingPreferencesDocument.ToJson(preferences).Deserialize<PreferencesBody>()!;
}
