using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record FlagsAnswer(
    [property: JsonPropertyName("flags")] FlagsBody Flags,
    [property: JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null) : Answer(true);
