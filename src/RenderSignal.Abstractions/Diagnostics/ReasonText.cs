namespace RenderSignal;

/// <summary>Decisions in plain English, for the log.</summary>
internal static class ReasonText
{
    public static string For(Decision decision)
    {
        var reason = decision.Reason switch
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
            DecisionReason.Deliver => $"accepted by route {decision.Route}",
            DecisionReason.DeliveryFailed => "the receiver did not accept it",
            DecisionReason.Unreadable => "it cannot be read",
            _ => "an unexpected error",
        };
        return decision.Detail is null ? reason : $"{reason} ({decision.Detail})";
    }
}
