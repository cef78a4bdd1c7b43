namespace RenderSignal;

/// <summary>Notes the rules that a mail passed on its way to a decision.</summary>
internal sealed class DecisionTrace
{
    private readonly List<DecisionStep> _passed = [];

    public void Pass(string rule, string finding) => _passed.Add(new DecisionStep(rule, finding, Decides: false));

    /// <summary>The rules passed, and the one that decided.</summary>
    public IReadOnlyList<DecisionStep> StepsTo(Decision decision) =>
    [
        .. _passed,
        new(NameOf(decision), ReasonText.For(decision), Decides: true),
    ];

    private static string NameOf(Decision decision) => decision.Reason switch
    {
        DecisionReason.SenderNotAllowed => "sender",
        DecisionReason.AlreadyProcessed => "email_id",
        DecisionReason.Reply => "reply",
        DecisionReason.TooLarge => "size",
        DecisionReason.ReceiverBusy => "receiver_pause",
        DecisionReason.ExcludedKeyword => decision.Detection is null ? "exclude_keywords" : "detector_keywords",
        DecisionReason.AttachmentRequired => "require_attachments",
        DecisionReason.PresenceHookMissing => "receiver",
        DecisionReason.GroupAlreadyProcessed => "subject_group",
        DecisionReason.WindowClosed => "webhook_window",
        DecisionReason.NoDeliveryLink => "delivery_link",
        DecisionReason.SendingDisabled => "webhook_sending_enabled",
        DecisionReason.ReceiverMissing => "receiver",
        DecisionReason.RateLimited => "rate_limit",
        _ => "deliver",
    };
}
