using NodaTime;

namespace RenderSignal;

/// <summary>
/// The hours of the day in which mails are sent: from start, inclusive, to end, exclusive; across midnight when start is after end
/// (REFERENCE section 3). Keeps the texts as the operator wrote them, because receivers get them in that form.
/// </summary>
public sealed record TimeWindow
{
    // Longer than a day: a window may lie in the hour that a change of clocks leaves out.
    private static readonly Duration Horizon = Duration.FromDays(3);

    /// <summary>A window without sides.</summary>
    public static TimeWindow AlwaysOpen { get; } = new(null, null);

    /// <summary>Creates a window from two times as <c>HHhMM</c> or <c>HH:MM</c>; null or unreadable sides make it always open.</summary>
    public TimeWindow(string? startText, string? endText)
    {
        StartText = startText;
        EndText = endText;
        Start = TimeOfDay.TryParse(startText);
        End = TimeOfDay.TryParse(endText);
    }

    /// <summary>The start as written.</summary>
    public string? StartText { get; }

    /// <summary>The end as written.</summary>
    public string? EndText { get; }

    /// <summary>The start, or null when missing or unreadable.</summary>
    public LocalTime? Start { get; }

    /// <summary>The end, or null when missing or unreadable.</summary>
    public LocalTime? End { get; }

    /// <summary>Whether both sides are there, so that the window closes at all.</summary>
    public bool IsBounded => Start is not null && End is not null;

    /// <summary>Whether the window is open at a time of day.</summary>
    public bool IsOpenAt(LocalTime now) => (Start, End) switch
    {
        ({ } start, { } end) when start <= end => start <= now && now < end,
        ({ } start, { } end) => now >= start || now < end,
        _ => true,
    };

    /// <summary>
    /// When the window next opens or closes. On the days when clocks change, a side may be passed twice, or by the change itself.
    /// </summary>
    /// <param name="now">A moment in the zone that the window is meant in.</param>
    /// <returns>Null: it never does.</returns>
    public Instant? NextChange(ZonedDateTime now)
    {
        if (Start is not { } start || End is not { } end)
        {
            return null;
        }

        var from = now.ToInstant();
        var sides =
            from day in Enumerable.Range(-1, Horizon.Days + 2)
            from side in new[] { start, end }
            let local = now.Date.PlusDays(day).At(side)
            let mapping = now.Zone.MapLocal(local)
            where mapping.Count > 0
            from moment in new[] { mapping.First(), mapping.Last() }
            select moment.ToInstant();
        var isOpen = IsOpenAt(now.TimeOfDay);
        return sides.Concat(now.Zone.GetZoneIntervals(from, from + Horizon).Where(interval => interval.HasStart).Select(interval => interval.Start))
            .Where(moment => moment > from && IsOpenAt(moment.InZone(now.Zone).TimeOfDay) != isOpen)
            .Cast<Instant?>()
            .Min();
    }

    /// <summary>Whether the window is closed now and opens later today.</summary>
    public bool OpensLaterThan(LocalTime now) => IsBounded && !IsOpenAt(now) && now < Start;
}
