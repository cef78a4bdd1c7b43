using NodaTime;

namespace RenderSignal;

/// <summary>The document <c>polling_config</c>, and the time zone that only the environment names.</summary>
public sealed record PollingSettings
{
    /// <summary>The allowlist of senders, in lower case (<c>SENDER_OF_INTEREST_FOR_POLLING</c>). Empty: every sender is welcome.</summary>
    public IReadOnlyList<string> Senders { get; init; } = [];

    /// <summary>The zone all windows, schedules and group months are meant in (<c>POLLING_TIMEZONE</c>, an IANA name).</summary>
    public DateTimeZone TimeZone { get; init; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>When the mailbox is polled.</summary>
    public PollingSchedule Schedule { get; init; } = new();

    /// <summary>Whether polling is switched on (<c>enable_polling</c>). The process must have been started with background tasks as well.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether a mail is set aside when another of its subject group was sent in the same month.</summary>
    public bool SubjectGroupDedup { get; init; } = true;
}
