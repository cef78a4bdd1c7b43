using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal;

/// <summary>One line of the webhook log (REFERENCE section 4): one send with all its tries, or a reason why nothing was sent.</summary>
public sealed record WebhookLogEntry
{
    /// <summary>When the send ended.</summary>
    [JsonPropertyName("timestamp")]
    public required Instant Timestamp { get; init; }

    /// <summary><c>custom</c> or <c>makecom</c>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>The id of the mail.</summary>
    [JsonPropertyName("email_id")]
    public required string EmailId { get; init; }

    /// <summary><c>success</c>, <c>error</c> or <c>skipped</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The HTTP status of the last answer; null when there was none.</summary>
    [JsonPropertyName("status_code")]
    public int? StatusCode { get; init; }

    /// <summary>What went wrong, at most 200 characters; null when nothing did.</summary>
    [JsonPropertyName("error")]
    public string? Error { get => _error; init => _error = Cut(value, 200, ""); }

    /// <summary>The receiver: its first 50 characters, then <c>...</c>. The rest of a webhook address is its key.</summary>
    [JsonPropertyName("target_url")]
    public string? TargetUrl { get => _targetUrl; init => _targetUrl = Cut(value, 50, "..."); }

    /// <summary>The mail's subject, at most 100 characters.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get => _subject; init => _subject = Cut(value, 100, ""); }

    /// <summary>How many requests were made; 0 when nothing was sent.</summary>
    [JsonPropertyName("attempts")]
    public int Attempts { get; init; }

    /// <summary>How long the send took with all its tries and pauses, in milliseconds.</summary>
    [JsonPropertyName("duration_ms")]
    public long DurationMs { get; init; }

    private readonly string? _error;
    private readonly string? _targetUrl;
    private readonly string? _subject;

    private static string? Cut(string? text, int length, string mark)
    {
        if (text is null || text.Length <= length || (text.Length == length + mark.Length && text.EndsWith(mark, StringComparison.Ordinal)))
        {
            return text;
        }

        return TextCut.At(text, length) + mark;
    }
}
