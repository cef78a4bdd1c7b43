using NodaTime;

namespace RenderSignal;

/// <summary>
/// The hours of the day in which mails are sent: from start, inclusive, to end, exclusive; across midnight when start is after end
/// (REFERENCE section 3). Keeps the texts as the operator wrote them, because receivers get them in that form.
/// </summary>
public sealed record TimeWindow
{
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

    /// <summary>Whether the window is closed now and opens later today.</summary>
    public bool OpensLaterThan(LocalTime now) => IsBounded && !IsOpenAt(now) && now < Start;
}
