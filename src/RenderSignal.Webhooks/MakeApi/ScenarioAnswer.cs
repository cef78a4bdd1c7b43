using System.Text.Json;

namespace RenderSignal.Webhooks;

/// <summary>
/// What Make.com answers when it is asked about a scenario: <c>{"scenario": {"isActive": true, …}}</c> (its API, version 2). Of the other
/// fields, <c>islinked</c> is the deprecated name and not kept up to date, and <c>isPaused</c> is about the subscription.
/// </summary>
internal static class ScenarioAnswer
{
    public static MakeScenarioState Read(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("scenario", out var scenario) && scenario.ValueKind == JsonValueKind.Object
                && scenario.TryGetProperty("isActive", out var active) && active.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                return new(active.GetBoolean(), null);
            }
        }
        catch (JsonException)
        {
            // Told below, like any other answer that does not say.
        }

        return new(null, "Make.com's answer does not say whether the scenario is on");
    }
}
