using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>
/// The document <c>processing_prefs</c> in the reference's JSON shape (REFERENCE section 5): bounds, and values as a Python
/// program understands them (<c>"7"</c> is 7, any value is true or false).
/// </summary>
public static class ProcessingPreferencesDocument
{
    internal static IReadOnlyList<FieldRule<ProcessingPreferences>> Rules { get; } =
    [
        Rule(ExcludeKeywords, ListFields.Keywords, (prefs, value) => prefs with { ExcludeKeywords = value }),
        Rule(ExcludeKeywordsRecadrage, ListFields.Keywords, (prefs, value) => prefs with { ExcludeKeywordsRecadrage = value }),
        Rule(ExcludeKeywordsAutorepondeur, ListFields.Keywords, (prefs, value) => prefs with { ExcludeKeywordsAutorepondeur = value }),
        Rule(RequireAttachments, FieldTypes.Truth, (prefs, value) => prefs with { RequireAttachments = value }),
        Rule(MaxEmailSizeMb, FieldTypes.OptionalSize, (prefs, value) => prefs with { MaxEmailSizeMb = value }),
        Rule(SenderPriorities, ListFields.Priorities, (prefs, value) => prefs with { SenderPriorities = value }),
        Rule(RetryCount, FieldTypes.WholeNumber(0, 10), (prefs, value) => prefs with { RetryCount = value }),
        Rule(RetryDelaySec, FieldTypes.WholeNumber(0, 600), (prefs, value) => prefs with { RetryDelaySec = value }),
        Rule(WebhookTimeoutSec, FieldTypes.WholeNumber(1, 300), (prefs, value) => prefs with { WebhookTimeoutSec = value }),
        Rule(RateLimitPerHour, FieldTypes.WholeNumber(0, 100_000), (prefs, value) => prefs with { RateLimitPerHour = value }),
        Rule(NotifyOnFailure, FieldTypes.Truth, (prefs, value) => prefs with { NotifyOnFailure = value }),
        Rule(MirrorMediaToCustom, FieldTypes.Truth, (prefs, value) => prefs with { MirrorMediaToCustom = value }),
    ];

    /// <summary>Lays a payload over preferences. All of it is taken or, when one field cannot be, nothing.</summary>
    /// <param name="payload">Fields by their JSON names; unknown ones are ignored.</param>
    /// <param name="current">The preferences below.</param>
    /// <param name="result">The preferences with the payload, or <paramref name="current"/> when it is refused.</param>
    /// <param name="error">Why it is refused: the first such field, its value and what to write.</param>
    /// <returns>Whether the payload is taken.</returns>
    public static bool TryApply(JsonObject payload, ProcessingPreferences current, out ProcessingPreferences result, [NotNullWhen(false)] out string? error)
    {
        FieldProblem? first = null;
        var applied = Rules.Apply(payload, current, problem => first ??= problem);
        error = first?.ToString();
        result = first is null ? applied : current;
        return first is null;
    }

    /// <summary>The preferences as the reference shows them. A detector's own keywords are left out when there are none.</summary>
    public static JsonObject ToJson(ProcessingPreferences preferences)
    {
        var document = new JsonObject();
        Write(preferences, document);
        return document;
    }

    /// <summary>Writes the preferences into a document, as <see cref="ToJson"/> has them. Fields that are no preferences stay.</summary>
    public static void Write(ProcessingPreferences preferences, JsonObject document)
    {
        document[ExcludeKeywords] = Texts(preferences.ExcludeKeywords);
        WriteUnlessEmpty(document, ExcludeKeywordsRecadrage, preferences.ExcludeKeywordsRecadrage);
        WriteUnlessEmpty(document, ExcludeKeywordsAutorepondeur, preferences.ExcludeKeywordsAutorepondeur);
        document[RequireAttachments] = preferences.RequireAttachments;
        document[MaxEmailSizeMb] = preferences.MaxEmailSizeMb;
        document[SenderPriorities] = new JsonObject(
            preferences.SenderPriorities.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value.Name())));
        document[RetryCount] = preferences.RetryCount;
        document[RetryDelaySec] = preferences.RetryDelaySec;
        document[WebhookTimeoutSec] = preferences.WebhookTimeoutSec;
        document[RateLimitPerHour] = preferences.RateLimitPerHour;
        document[NotifyOnFailure] = preferences.NotifyOnFailure;
        document[MirrorMediaToCustom] = preferences.MirrorMediaToCustom;
    }

    private const string ExcludeKeywords = "exclude_keywords";
    private const string ExcludeKeywordsRecadrage = "exclude_keywords_recadrage";
    private const string ExcludeKeywordsAutorepondeur = "exclude_keywords_autorepondeur";
    private const string RequireAttachments = "require_attachments";
    private const string MaxEmailSizeMb = "max_email_size_mb";
    private const string SenderPriorities = "sender_priority";
    private const string RetryCount = "retry_count";
    private const string RetryDelaySec = "retry_delay_sec";
    private const string WebhookTimeoutSec = "webhook_timeout_sec";
    private const string RateLimitPerHour = "rate_limit_per_hour";
    private const string NotifyOnFailure = "notify_on_failure";
    private const string MirrorMediaToCustom = "mirror_media_to_custom";

    private static FieldRule<ProcessingPreferences> Rule<TValue>(
        string field, FieldType<TValue> type, Func<ProcessingPreferences, TValue, ProcessingPreferences> set) =>
        FieldRule<ProcessingPreferences>.For(field, type, set);

    private static void WriteUnlessEmpty(JsonObject document, string field, IReadOnlyList<string> texts)
    {
        document.Remove(field);
        if (texts.Count > 0)
        {
            document[field] = Texts(texts);
        }
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
