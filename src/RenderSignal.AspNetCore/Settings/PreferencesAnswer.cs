using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

internal sealed record PreferencesAnswer(
    [property: JsonPropertyName("prefs")] PreferencesBody Prefs,
    [property: JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message = null) : Answer(true);
