using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Entries of the webhook log as the reference writes and reads them.</summary>
internal static class WebhookLogText
{
    /// <summary>Older versions of Python read neither a Z nor nanoseconds.</summary>
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'+00:00'");

    public static RedisValue Write(WebhookLogEntry entry) => JsonSerializer.Serialize(
        new WebhookLogLine(
            Pattern.Format(entry.Timestamp),
            entry.Type,
            entry.EmailId,
            entry.Status,
            entry.StatusCode,
            entry.Error,
            entry.TargetUrl,
            entry.Subject,
            entry.Attempts,
            entry.DurationMs),
        WebhookLogJson.Readable.WebhookLogLine);

    /// <summary>Null: it cannot be understood, or does not say when and what.</summary>
    public static WebhookLogEntry? TryRead(RedisValue text)
    {
        try
        {
            return JsonSerializer.Deserialize(((ReadOnlyMemory<byte>)text).Span, WebhookLogJson.Readable.WebhookLogLine) is { Status: not null } line
                && DateTimeOffset.TryParse(line.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var timestamp)
                ? EntryOf(line, line.Status, Instant.FromDateTimeOffset(timestamp))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WebhookLogEntry EntryOf(WebhookLogLine line, string status, Instant timestamp) => new()
    {
        Timestamp = timestamp,
        Type = line.Type ?? WebhookLogType.Custom,
        EmailId = line.EmailId ?? "",
        Status = status,
        StatusCode = line.StatusCode,
        Error = line.Error,
        TargetUrl = line.TargetUrl,
        Subject = line.Subject,
        Attempts = line.Attempts ?? (status == WebhookLogStatus.Skipped ? 0 : 1), // The reference does not say.
        DurationMs = line.DurationMs ?? 0,
    };
}
