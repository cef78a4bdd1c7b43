using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What the dashboard shows at a glance. Times are ISO 8601 in UTC.</summary>
/// <param name="ServerTime">Now.</param>
/// <param name="TimeZone">The IANA name of the zone that windows, schedules and months are meant in.</param>
/// <param name="Version">RenderSignal's version.</param>
/// <param name="Ready">Whether no part fails.</param>
/// <param name="Components">The parts, by <see cref="ComponentNames"/>.</param>
/// <param name="Polling">What polling does.</param>
/// <param name="Sending">Whether mails are sent now.</param>
/// <param name="Capabilities">What can be asked for.</param>
internal sealed record StatusAnswer(
    [property: JsonPropertyName("server_time")] string ServerTime,
    [property: JsonPropertyName("timezone")] string TimeZone,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("ready")] bool Ready,
    [property: JsonPropertyName("components")] IReadOnlyDictionary<string, StatusComponent> Components,
    [property: JsonPropertyName("polling")] StatusPolling Polling,
    [property: JsonPropertyName("sending")] StatusSending Sending,
    [property: JsonPropertyName("capabilities")] StatusCapabilities Capabilities) : Answer(true);
