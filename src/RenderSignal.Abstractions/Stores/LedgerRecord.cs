using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal;

/// <summary>What became of one mail.</summary>
public sealed record LedgerRecord
{
    /// <summary>How many entries of <see cref="Log"/> are kept: the newest.</summary>
    public const int MaxLogEntries = 20;

    /// <summary>The email id, or the <see cref="MessageUid"/> of a mail that could not be read.</summary>
    public required string Id { get; init; }

    /// <summary>Where the mail lay in its mailbox when it was last met; null in records of an earlier version.</summary>
    public MessageUid? Uid { get; init; }

    /// <summary>The subject, at most 200 characters.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The sender's address in lower case, at most 200 characters.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The raw <c>Date</c> header, at most 200 characters.</summary>
    public string Date { get; init; } = "";

    /// <summary>Which detector recognised the mail; null: none, or not asked.</summary>
    public string? Detector { get; init; }

    /// <summary>The route the mail took, or was last tried on; null: none. See <see cref="DeliveryRoutes"/>.</summary>
    public string? Route { get; init; }

    /// <summary>What became of the mail.</summary>
    public required EmailStatus Status { get; init; }

    /// <summary>Why, as a name that stays: see <see cref="DecisionReason"/>.</summary>
    public required DecisionReason Reason { get; init; }

    /// <summary>Why, in words: the keyword found, the answer of the receiver, what could not be read. Null when the reason says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>What stands in <see cref="Detail"/>, by name: see <see cref="Decision.DetailValues"/>. Empty in records of an earlier version.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> DetailValues { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary><see cref="DetailValues"/> in the journal, which leaves out what is null.</summary>
    [JsonInclude, JsonPropertyName("detail_values")]
    internal IReadOnlyDictionary<string, string>? StoredDetailValues
    {
        get => DetailValues.Count > 0 ? DetailValues : null;
        init => DetailValues = value ?? ReadOnlyDictionary<string, string>.Empty;
    }

    /// <summary>When the mail was met first.</summary>
    public required Instant FirstSeenAt { get; init; }

    /// <summary>When this decision was taken. A mail that is met again with the same decision keeps the earlier time.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>The sends, and the reasons why nothing was sent, oldest first: the newest <see cref="MaxLogEntries"/>, sends before the rest.</summary>
    public IReadOnlyList<WebhookLogEntry> Log { get; init; } = [];

    /// <summary><see cref="Log"/> for people: what each cycle says again of a mail that waits stands there once, with its newest time.</summary>
    [JsonIgnore]
    public IEnumerable<WebhookLogEntry> CondensedLog => Log.Where((entry, at) =>
        at + 1 == Log.Count || entry.Attempts > 0 || Log[at + 1] is not { Attempts: 0 } next
        || (next.Status, next.StatusCode, next.Error) != (entry.Status, entry.StatusCode, entry.Error));

    /// <summary>The record with further entries in its <see cref="Log"/>, which is cut: what each cycle says of a mail that waits goes before a send does.</summary>
    public LedgerRecord WithLog(IEnumerable<WebhookLogEntry> entries) => this with { Log = Newest([.. Log, .. entries]) };

    /// <summary>
    /// One record of two that were written apart: the later decision (unless it says only that the mail was met again), when the mail
    /// was met first, and the entries of both.
    /// </summary>
    /// <param name="other">Another record of this mail.</param>
    public LedgerRecord MergedWith(LedgerRecord other)
    {
        var (earlier, later) = other.DecidedAt > DecidedAt ? (this, other) : (other, this);
        return (earlier.SaysMoreThan(later) ? earlier : later) with
        {
            FirstSeenAt = Instant.Min(FirstSeenAt, other.FirstSeenAt),
            Log = Newest([.. Log.Union(other.Log).OrderBy(entry => entry.Timestamp)]),
        };
    }

    /// <summary>What was done with the mail says more than that it was met again, or in another server's hands. That it failed or was left is out of date then.</summary>
    internal bool SaysMoreThan(LedgerRecord later) => later.Reason switch
    {
        DecisionReason.AlreadyProcessed or DecisionReason.ClaimedElsewhere => Status is EmailStatus.Sent or EmailStatus.Skipped,
        DecisionReason.GroupAlreadyProcessed => Status is EmailStatus.Sent,
        _ => false,
    };

    private static List<WebhookLogEntry> Newest(List<WebhookLogEntry> entries)
    {
        while (entries.Count > MaxLogEntries)
        {
            entries.RemoveAt(Math.Max(0, entries.FindIndex(entry => entry.Attempts == 0)));
        }

        return entries;
    }
}
