using NodaTime;

namespace RenderSignal.Imap;

internal static class RestReason
{
    /// <summary>Why the mailbox is not to be polled now; null: it is.</summary>
    /// <param name="polling">Null when the settings cannot be read.</param>
    /// <param name="instant">Now.</param>
    public static Phrase? For(PollingSettings? polling, Instant instant)
    {
        if (polling is null)
        {
            return PollingNotes.SettingsUnreadable;
        }

        var now = instant.InZone(polling.TimeZone).LocalDateTime;
        return !polling.Enabled ? PollingNotes.SwitchedOff
            : polling.Schedule.IsVacation(now.Date) ? PollingNotes.Vacation(polling.Schedule.VacationEnd)
            : !polling.Schedule.IsActiveAt(now) ? PollingNotes.OutsideActiveHours
            : null;
    }
}
