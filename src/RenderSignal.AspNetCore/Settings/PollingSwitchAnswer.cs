using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record PollingSwitchAnswer(
    [property: JsonPropertyName("polling_enabled")] bool PollingEnabled,
    [property: JsonPropertyName("message")] string Message) : Answer(true)
{
    public static PollingSwitchAnswer From(bool enabled) => new(enabled, enabled ? "Polling is switched on." : "Polling is switched off.");
}
