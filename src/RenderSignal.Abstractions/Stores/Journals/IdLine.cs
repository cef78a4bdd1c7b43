using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal;

/// <summary>A line of <c>processed_ids</c>: the mail is done since then, or was forgotten then.</summary>
internal sealed record IdLine
{
    public required string Id { get; init; }

    public required Instant At { get; init; }

    [JsonPropertyName("forgotten"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsForgotten { get; init; }
}
