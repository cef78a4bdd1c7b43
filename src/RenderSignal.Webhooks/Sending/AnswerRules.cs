using System.Text.Json;

namespace RenderSignal.Webhooks;

/// <summary>When a receiver has accepted, and which refusals pass (REFERENCE section 4 and "Where we differ" 4).</summary>
internal static class AnswerRules
{
    /// <summary>Custom receivers: 200 and a JSON object whose <c>success</c> is true.</summary>
    public static Verdict Custom(WebhookAnswer answer, string variable)
    {
        if (answer.StatusCode != 200)
        {
            return new(false, IsTransient(answer.StatusCode), Explain(answer, variable));
        }

        var (success, message) = ReadReply(answer.Body);
        return success ? Verdict.Success : new(false, false, message ?? $"the answer is not {{\"success\": true}}: {answer.Body}");
    }

    /// <summary>Make.com hooks: any 2xx. A full queue is a 400 there, a deleted scenario a 410.</summary>
    public static Verdict Make(WebhookAnswer answer, string variable) => answer.StatusCode switch
    {
        >= 200 and < 300 => Verdict.Success,
        410 => new(false, false, $"HTTP 410: the scenario's hook no longer exists; write the address of a new one into {variable}"),
        400 when answer.Body.Contains("Queue is full", StringComparison.OrdinalIgnoreCase) => new(false, true, Explain(answer, variable)),
        _ => new(false, IsTransient(answer.StatusCode), Explain(answer, variable)),
    };

    private static bool IsTransient(int statusCode) => statusCode is 408 or 425 or 429 or (>= 500 and < 600);

    private static string Explain(WebhookAnswer answer, string variable) => answer switch
    {
        { StatusCode: >= 300 and < 400 } => $"HTTP {answer.StatusCode}: redirects are not followed; write the receiver's own address into {variable}",
        { Body: "" } => $"HTTP {answer.StatusCode}",
        _ => $"HTTP {answer.StatusCode}: {answer.Body}",
    };

    private static (bool Success, string? Message) ReadReply(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (false, null);
            }

            var success = document.RootElement.TryGetProperty("success", out var value) && value.ValueKind == JsonValueKind.True;
            var message = document.RootElement.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
            return (success, string.IsNullOrWhiteSpace(message) ? null : message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a message with half a surrogate pair in it: an answer like any other that does not say success.
            return (false, null);
        }
    }
}
