using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>Mails in figures: each counts once, as what it is now, when that was decided. Times are ISO 8601 in UTC.</summary>
/// <param name="From">The beginning of the first hour.</param>
/// <param name="To">Now, within the last hour.</param>
/// <param name="Totals">All hours together.</param>
/// <param name="Hours">The full hours of UTC, the oldest first; also those without mails.</param>
/// <param name="Reasons">What became of the mails and why, the most frequent first.</param>
internal sealed record StatsAnswer(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("totals")] StatsTotals Totals,
    [property: JsonPropertyName("hours")] IReadOnlyList<StatsHour> Hours,
    [property: JsonPropertyName("reasons")] IReadOnlyList<StatsReason> Reasons) : Answer(true)
{
    /// <param name="end">The end of the last hour.</param>
    /// <param name="hours">How many hours, 1 or more.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="counts">The mails of these hours.</param>
    public static StatsAnswer Of(Instant end, int hours, Instant now, IReadOnlyList<LedgerCount> counts)
    {
        var byHour = counts.ToLookup(count => count.Hour);
        var from = end - Duration.FromHours(hours);
        return new(
            ApiTime.Format(from),
            ApiTime.Format(now),
            StatsTotals.Of(counts),
            [.. Enumerable.Range(0, hours).Select(hour => from + Duration.FromHours(hour)).Select(hour => StatsHour.Of(hour, byHour[hour]))],
            [.. ReasonsOf(counts)]);
    }

    private static IEnumerable<StatsReason> ReasonsOf(IReadOnlyList<LedgerCount> counts) =>
        from count in counts
        group count.Count by (count.Status, count.Reason) into same
        orderby same.Sum() descending, same.Key
        select new StatsReason(WireNames.Of(same.Key.Status), WireNames.Of(same.Key.Reason), same.Sum());
}
