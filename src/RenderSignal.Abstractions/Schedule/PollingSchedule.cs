using NodaTime;

namespace RenderSignal;

/// <summary>The days and hours in which the mailbox is polled (REFERENCE section 3).</summary>
public sealed record PollingSchedule
{
    /// <summary>The active weekdays: 0 (Monday) to 6 (Sunday). None: never.</summary>
    public IReadOnlyList<int> ActiveDays { get; init; } = [0, 1, 2, 3, 4];

    /// <summary>The first active hour, 0 to 23.</summary>
    public int StartHour { get; init; } = 9;

    /// <summary>The hour before which polling ends, 0 to 23; before <see cref="StartHour"/>: across midnight; equal: never.</summary>
    public int EndHour { get; init; } = 23;

    /// <summary>The first day of the vacation; null: none.</summary>
    public LocalDate? VacationStart { get; init; }

    /// <summary>The last day of the vacation, inclusive; null: none.</summary>
    public LocalDate? VacationEnd { get; init; }

    /// <summary>Whether a vacation runs on a day.</summary>
    public bool IsVacation(LocalDate day) => VacationStart is { } first && VacationEnd is { } last && first <= day && day <= last;

    /// <summary>Whether the mailbox is polled at a local time. The weekday is that of the moment, also after midnight.</summary>
    public bool IsActiveAt(LocalDateTime now)
    {
        if (IsVacation(now.Date) || !ActiveDays.Contains((int)now.DayOfWeek - 1))
        {
            return false;
        }

        return StartHour <= EndHour
            ? StartHour <= now.Hour && now.Hour < EndHour
            : now.Hour >= StartHour || now.Hour < EndHour;
    }
}
