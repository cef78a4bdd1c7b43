using System.Text.Json;

namespace RenderSignal.Webhooks;

/// <summary>When Make.com's API has done what it was asked, and what to do when not.</summary>
internal static class MakeAnswerRules
{
    /// <summary>So that the advice is not cut off.</summary>
    private const int LongestMessage = 80;

    private static readonly string[] MessageFields = ["message", "detail"];

    /// <returns>What went wrong; null: nothing.</returns>
    public static string? Api(WebhookAnswer answer, MakeScenario scenario)
    {
        var advice = answer.StatusCode switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 400 => "; redirects are not followed: write the host of your zone, such as eu1.make.com, into MAKE_API_HOST",
            401 => "; check MAKECOM_API_KEY and MAKE_API_AUTH_TYPE",
            403 => "; the key of MAKECOM_API_KEY needs the scopes scenarios:read and scenarios:write, and its user the right to this scenario",
            404 => $"; check {scenario.Variable} and MAKE_API_HOST (the zone that the scenario is in)",
            _ => "",
        };
        return advice is null ? null : $"HTTP {answer.StatusCode}{(MessageOf(answer.Body) is { Length: > 0 } message ? $": {message}" : "")}{advice}";
    }

    /// <summary>The API explains itself in <c>message</c> and <c>detail</c>; whatever else answers, in its text.</summary>
    private static string MessageOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                string[] said = [.. MessageFields.Select(name => TextOf(document.RootElement, name)).OfType<string>()];
                return PrintableText.For(said.Length > 0 ? string.Join(", ", said) : body, LongestMessage);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a surrogate pair in it.
        }

        return PrintableText.For(body, LongestMessage);
    }

    private static string? TextOf(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
