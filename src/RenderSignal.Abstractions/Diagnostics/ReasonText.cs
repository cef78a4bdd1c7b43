using System.Text.Json;

namespace RenderSignal;

/// <summary>Decisions in plain English.</summary>
public static class ReasonText
{
    /// <summary>Why it was so decided, with the particulars.</summary>
    public static string For(Decision decision) => PhraseFor(decision).English;

    /// <summary>Why that became of the mail, with the particulars.</summary>
    public static string For(LedgerRecord record) => PhraseFor(record).English;

    /// <summary>
    /// Why it was so decided, with the particulars. The code is the reason's name in snake_case; the values are
    /// <see cref="Decision.DetailValues"/>, and of a mail to be sent the <c>route</c>.
    /// </summary>
    public static Phrase PhraseFor(Decision decision) => With(
        decision.Detail,
        decision.DetailValues,
        decision is { Reason: DecisionReason.Deliver, Route: { } route } ? Findings.ToBeSent(route) : PhraseFor(decision.Reason));

    /// <summary>
    /// Why that became of the mail, with the particulars. The code is the reason's name in snake_case; the values are
    /// <see cref="LedgerRecord.DetailValues"/>, and of an accepted mail the <c>route</c>.
    /// </summary>
    public static Phrase PhraseFor(LedgerRecord record) => With(
        record.Detail,
        record.DetailValues,
        record is { Reason: DecisionReason.Deliver, Route: { } route } ? Accepted(route) : PhraseFor(record.Reason));

    internal static string CodeOf(DecisionReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static Phrase Accepted(string route) => new Phrase(CodeOf(DecisionReason.Deliver), $"accepted by route {route}").With("route", route);

    private static Phrase PhraseFor(DecisionReason reason) => new(CodeOf(reason), For(reason));

    private static string For(DecisionReason reason) => reason switch
    {
        DecisionReason.SenderNotAllowed => "the sender is not on the allowlist",
        DecisionReason.AlreadyProcessed => "this mail is done already",
        DecisionReason.Reply => "it is a reply or forwarded",
        DecisionReason.TooLarge => "it is too large",
        DecisionReason.ExcludedKeyword => "an excluded keyword",
        DecisionReason.AttachmentRequired => "neither an attachment nor a delivery link",
        DecisionReason.PresenceHookMissing => "no presence hook",
        DecisionReason.GroupAlreadyProcessed => "a mail of the same subject group was sent this month",
        DecisionReason.WindowClosed => "the webhook window is closed",
        DecisionReason.NoDeliveryLink => "no delivery link",
        DecisionReason.SendingDisabled => "sending is switched off",
        DecisionReason.ReceiverMissing => "no receiver",
        DecisionReason.ReceiverBusy => "the receiver asked for a pause",
        DecisionReason.RateLimited => "the hourly limit is reached",
        DecisionReason.ClaimedElsewhere => "another server may be sending it",
        DecisionReason.Deliver => "accepted by its receiver",
        DecisionReason.DeliveryFailed => "the receiver did not accept it",
        DecisionReason.Unreadable => "it cannot be read",
        _ => "an unexpected error",
    };

    private static Phrase With(string? detail, IReadOnlyDictionary<string, string> values, Phrase reason) => values.Aggregate(
        detail is null ? reason : reason with { English = $"{reason.English} ({detail})" }, (phrase, value) => phrase.With(value.Key, value.Value));
}
