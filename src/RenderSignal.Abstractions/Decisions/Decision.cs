using System.Collections.ObjectModel;
using NodaTime;

namespace RenderSignal;

/// <summary>What is to become of a mail, and why.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="Reason">Why.</param>
public sealed record Decision(EmailAction Action, DecisionReason Reason)
{
    /// <summary>The particulars of the reason, in words; null when it says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// What stands in <see cref="Detail"/>, by name: <c>keyword</c>, <c>limit_mb</c>, <c>until</c>, … ; numbers and instants (ISO 8601, UTC)
    /// are written as in JSON. Empty when there is no detail, or when it is somebody else's text.
    /// </summary>
    public IReadOnlyDictionary<string, string> DetailValues { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What the mail was recognised as; null: nothing, or not asked.</summary>
    public Detection? Detection { get; init; }

    /// <summary>The delivery links of the mail.</summary>
    public IReadOnlyList<DeliveryLink> Links { get; init; } = [];

    /// <summary>For <see cref="EmailAction.Send"/>: the route it takes.</summary>
    public string? Route { get; init; }

    /// <summary>For <see cref="EmailAction.Send"/>: the <c>webhooks_time_start</c> to send; null leaves it out.</summary>
    public string? WindowStart { get; init; }

    /// <summary>For <see cref="EmailAction.Send"/>: the <c>webhooks_time_end</c> to send; null leaves it out.</summary>
    public string? WindowEnd { get; init; }

    /// <summary>For <see cref="EmailAction.Send"/>: whether success also remembers the mail's subject group.</summary>
    public bool RemembersGroup { get; init; }

    /// <summary>The time that it was decided for, in an <see cref="EmailAction.Send"/>: what is sent may depend on it.</summary>
    internal Instant? DecidedFor { get; init; }

    /// <summary>The decision with the particulars of its reason.</summary>
    internal Decision Because(Phrase particulars) => this with { Detail = particulars.English, DetailValues = particulars.Values };

    /// <summary>The decision to wait with a mail that is meant to go out.</summary>
    internal Decision HeldBack(DecisionReason reason, Phrase particulars) =>
        (this with { Action = EmailAction.Leave, Reason = reason, Route = null }).Because(particulars);

    /// <summary>The decision not to send after all, because another server may be doing it.</summary>
    internal Decision ClaimedElsewhere() => this with { Action = EmailAction.Leave, Reason = DecisionReason.ClaimedElsewhere };

    /// <summary>Whether a mail of which this became is still to be sent: when what holds it back is over, or by another try.</summary>
    internal bool IsWaiting => Action is EmailAction.Leave or EmailAction.Send && Reason is DecisionReason.WindowClosed or DecisionReason.SendingDisabled or DecisionReason.ReceiverMissing
        or DecisionReason.ReceiverBusy or DecisionReason.RateLimited or DecisionReason.ClaimedElsewhere or DecisionReason.DeliveryFailed;
}
