using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record PollingAnswer(
    [property: JsonPropertyName("config")] PollingBody Config,
    [property: JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null) : Answer(true);
