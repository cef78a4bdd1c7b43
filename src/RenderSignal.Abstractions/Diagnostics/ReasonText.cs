namespace RenderSignal;

/// <summary>Decisions in plain English.</summary>
public static class ReasonText
{
    /// <summary>Why it was so decided, with the particulars.</summary>
    public static string For(Decision decision) => With(
        decision.Detail, decision.Reason == DecisionReason.Deliver ? $"to be sent by route {decision.Route}" : For(decision.Reason));

    /// <summary>Why that became of the mail, with the particulars.</summary>
    public static string For(LedgerRecord record) => With(
        record.Detail, record is { Reason: DecisionReason.Deliver, Route: { } route } ? $"accepted by route {route}" : For(record.Reason));

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
        DecisionReason.Deliver => "accepted by its receiver",
        DecisionReason.DeliveryFailed => "the receiver did not accept it",
        DecisionReason.Unreadable => "it cannot be read",
        _ => "an unexpected error",
    };

    private static string With(string? detail, string reason) => detail is null ? reason : $"{reason} ({detail})";
}
