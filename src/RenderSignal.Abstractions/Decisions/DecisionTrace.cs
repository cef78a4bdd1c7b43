namespace RenderSignal;

/// <summary>Notes the rules that a mail passed on its way to a decision.</summary>
internal sealed class DecisionTrace
{
    private readonly List<DecisionStep> _passed = [];

    public void Pass(string rule, Phrase finding) => _passed.Add(new DecisionStep(rule, finding, Decides: false));

    /// <summary>The rules passed, and the one that decided.</summary>
    public IReadOnlyList<DecisionStep> StepsTo(Decision decision) =>
    [
        .. _passed,
        new(NameOf(decision), ReasonText.PhraseFor(decision), Decides: true),
    ];

    private static string NameOf(Decision decision) => decision.Reason switch
    {
        DecisionReason.SenderNotAllowed => DecisionRules.Sender,
        DecisionReason.AlreadyProcessed => DecisionRules.EmailId,
        DecisionReason.Reply => DecisionRules.Reply,
        DecisionReason.TooLarge => DecisionRules.Size,
        DecisionReason.ReceiverBusy => DecisionRules.ReceiverPause,
        DecisionReason.ExcludedKeyword => decision.Detection is null ? DecisionRules.ExcludeKeywords : DecisionRules.DetectorKeywords,
        DecisionReason.AttachmentRequired => DecisionRules.RequireAttachments,
        DecisionReason.PresenceHookMissing => DecisionRules.Receiver,
        DecisionReason.GroupAlreadyProcessed => DecisionRules.SubjectGroup,
        DecisionReason.WindowClosed => DecisionRules.WebhookWindow,
        DecisionReason.NoDeliveryLink => DecisionRules.DeliveryLink,
        DecisionReason.SendingDisabled => DecisionRules.SendingEnabled,
        DecisionReason.ReceiverMissing => DecisionRules.Receiver,
        DecisionReason.RateLimited => DecisionRules.RateLimit,
        _ => DecisionRules.Deliver,
    };
}
