using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>The hours of the day in which mails are sent, as times like 9h30 or 09:30; both empty: always.</summary>
internal sealed record WindowBody(
    [property: JsonPropertyName("start")] string? Start,
    [property: JsonPropertyName("end")] string? End);
