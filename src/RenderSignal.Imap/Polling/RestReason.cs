using NodaTime;

namespace RenderSignal.Imap;

internal static class RestReason
{
    /// <summary>Why the mailbox is not to be polled now, in words; null: it is.</summary>
    /// <param name="polling">Null when the settings cannot be read.</param>
    /// <param name="instant">Now.</param>
    public static string? For(PollingSettings? polling, Instant instant)
    {
        if (polling is null)
        {
            return "the settings cannot be read";
        }

        var now = instant.InZone(polling.TimeZone).LocalDateTime;
        return !polling.Enabled ? "enable_polling is off"
            : polling.Schedule.IsVacation(now.Date) ? $"vacation until {polling.Schedule.VacationEnd:uuuu'-'MM'-'dd}"
            : !polling.Schedule.IsActiveAt(now) ? "outside the active days and hours"
            : null;
    }
}
