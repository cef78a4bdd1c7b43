namespace RenderSignal.Imap;

/// <summary>Whether and how often the mailbox is polled. Days and hours are settings: <see cref="PollingSettings"/>.</summary>
public sealed class PollingOptions
{
    /// <summary>Whether this process polls (<c>ENABLE_BACKGROUND_TASKS</c>, unless <c>DISABLE_BACKGROUND_TASKS</c>). Default: false.</summary>
    public bool Enabled { get; set; }

    /// <summary>The pause between two cycles (<c>EMAIL_POLLING_INTERVAL_SECONDS</c>, 1 to 86,400 seconds). Default: 30 seconds.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often the schedule is looked at outside its hours (<c>POLLING_INACTIVE_CHECK_INTERVAL_SECONDS</c>, 1 to 86,400 seconds).
    /// A change of the settings is obeyed at once all the same. Default: 600 seconds.
    /// </summary>
    public TimeSpan InactiveCheckInterval { get; set; } = TimeSpan.FromSeconds(600);

    /// <summary>
    /// The file whose lock makes this the one process of the machine that polls the mailbox (<c>BG_POLLER_LOCK_FILE</c>).
    /// Null, the default: a file in the system's folder for temporary files, one for each mailbox.
    /// </summary>
    public string? LockFile { get; set; }
}
