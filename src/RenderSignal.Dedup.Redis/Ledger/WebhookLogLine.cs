namespace RenderSignal.Dedup.Redis;

/// <summary>An entry of the webhook log as it stands in the list (REFERENCE section 4). The reference's own have fewer fields, and times as Python writes them.</summary>
internal sealed record WebhookLogLine(
    string? Timestamp,
    string? Type,
    string? EmailId,
    string? Status,
    int? StatusCode,
    string? Error,
    string? TargetUrl,
    string? Subject,
    int? Attempts,
    long? DurationMs);
