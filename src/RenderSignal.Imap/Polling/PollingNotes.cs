using NodaTime;

namespace RenderSignal.Imap;

/// <summary>Why the mailbox is not polled.</summary>
internal static class PollingNotes
{
    public static Phrase SettingsUnreadable { get; } = new("settings_unreadable", "the settings cannot be read");

    public static Phrase SwitchedOff { get; } = new("polling_switched_off", "enable_polling is off");

    public static Phrase OutsideActiveHours { get; } = new("outside_active_hours", "outside the active days and hours");

    public static Phrase AnotherProcessPolls { get; } = new("another_process_polls", "another process polls this mailbox");

    public static Phrase NotStartedToPoll { get; } =
        new("not_started_to_poll", "this process was not started to poll (ENABLE_BACKGROUND_TASKS)");

    public static Phrase ProcessStops { get; } = new("process_stops", "this process stops");

    /// <param name="lockFile">The file.</param>
    /// <param name="problem">What the system says of it.</param>
    public static Phrase LockFileUnusable(string lockFile, string problem) => new Phrase(
        "lock_file_unusable",
        $"the lock file {lockFile} cannot be opened: {problem} Set BG_POLLER_LOCK_FILE to a path this process may write")
        .With("lock_file", lockFile).With("problem", problem);

    /// <param name="until">The last day; null: there is none.</param>
    public static Phrase Vacation(LocalDate? until)
    {
        var day = $"{until:uuuu'-'MM'-'dd}";
        return new Phrase("vacation", $"vacation until {day}").With("until", day);
    }
}
