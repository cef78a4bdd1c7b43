using System.Net.Http.Headers;
using System.Text;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Reads as much of an answer as is needed to judge it.</summary>
internal static class AnswerReader
{
    /// <summary>In octets. What comes after is never read.</summary>
    public const int MaxBodyLength = 64 * 1024;

    public static async Task<WebhookAnswer> ReadAsync(HttpResponseMessage response, Instant now, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBodyLength];
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var body = Encoding.UTF8.GetString(buffer, 0, length).TrimStart('\uFEFF').Trim();
        return new((int)response.StatusCode, body, RetryAfter(response.Headers.RetryAfter, now));
    }

    // RFC 9110 section 10.2.3: seconds or a date.
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, Instant now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now.ToDateTimeOffset() : null);
        return wait > TimeSpan.Zero ? wait : null;
    }
}
