namespace RenderSignal;

/// <summary>The names of the rules, in their order, as a preview tells them.</summary>
internal static class DecisionRules
{
    public const string Sender = "sender";
    public const string EmailId = "email_id";
    public const string Reply = "reply";
    public const string Size = "size";
    public const string ReceiverPause = "receiver_pause";
    public const string ExcludeKeywords = "exclude_keywords";
    public const string RequireAttachments = "require_attachments";
    public const string EarlyDetector = "early_detector";
    public const string SubjectGroup = "subject_group";
    public const string Detector = "detector";
    public const string DetectorKeywords = "detector_keywords";
    public const string WebhookWindow = "webhook_window";
    public const string DeliveryLink = "delivery_link";
    public const string SendingEnabled = "webhook_sending_enabled";
    public const string Receiver = "receiver";
    public const string RateLimit = "rate_limit";
    public const string Deliver = "deliver";
}
