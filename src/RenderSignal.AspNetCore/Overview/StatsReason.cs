using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>How many mails one thing became of for one reason; the names are those of <c>/api/emails</c>.</summary>
internal sealed record StatsReason(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("count")] int Count);
