using NodaTime;

namespace RenderSignal;

/// <summary>Everything a decision rests on beside the mail itself.</summary>
public sealed record DecisionFacts
{
    /// <summary>The settings in force.</summary>
    public required RenderSignalSettings Settings { get; init; }

    /// <summary>The time of the decision, in the polling time zone.</summary>
    public required ZonedDateTime Now { get; init; }

    /// <summary>Whether this mail is done already.</summary>
    public bool IsProcessed { get; init; }

    /// <summary>Whether a mail of the same subject group was sent this month.</summary>
    public bool IsGroupProcessed { get; init; }

    /// <summary>How many mails were sent in the custom format in the last 3600 seconds.</summary>
    public int CustomSendsLastHour { get; init; }

    /// <summary>
    /// For a look at a mail that the ledger has: what became of it. Its own traces in what is remembered hold it back no more. Null: a
    /// mail that is to be decided.
    /// </summary>
    public EmailStatus? Reviewed { get; init; }

    /// <summary>Before when the mail must not be sent again; null: it may be.</summary>
    public Instant? NotBefore { get; init; }
}
