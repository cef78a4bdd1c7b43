using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>The mails of one hour by what became of them.</summary>
/// <param name="From">When the hour began.</param>
/// <param name="Sent">Sent and accepted.</param>
/// <param name="Skipped">Acknowledged without sending.</param>
/// <param name="Left">Left to wait.</param>
/// <param name="Failed">Not accepted, or not readable.</param>
internal sealed record StatsHour(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("sent")] int Sent,
    [property: JsonPropertyName("skipped")] int Skipped,
    [property: JsonPropertyName("left")] int Left,
    [property: JsonPropertyName("failed")] int Failed)
{
    public static StatsHour Of(Instant hour, IEnumerable<LedgerCount> counts)
    {
        var totals = StatsTotals.Of([.. counts]);
        return new(ApiTime.Format(hour), totals.Sent, totals.Skipped, totals.Left, totals.Failed);
    }
}
