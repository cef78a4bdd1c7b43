namespace RenderSignal;

/// <summary>What the rules of <see cref="DecisionTable"/> find of a mail that passes them.</summary>
internal static class Findings
{
    public static Phrase OnAllowlist { get; } = new("on_allowlist", "on the allowlist");

    public static Phrase EverySenderWelcome { get; } = new("every_sender_welcome", "every sender is welcome");

    public static Phrase NotMetBefore { get; } = new("not_met_before", "not met before");

    public static Phrase DoneButDedupOff { get; } = new("done_but_dedup_off", "done already, but disable_email_id_dedup is on");

    public static Phrase DoneButReviewed { get; } = new("done_but_reviewed", "done already; looked at as if it were not");

    public static Phrase NoReplyPrefix { get; } = new("no_reply_prefix", "no reply prefix");

    public static Phrase NoSizeLimit { get; } = new("no_size_limit", "no limit is set");

    public static Phrase NoPauseAsked { get; } = new("no_pause_asked", "the receiver asked for none");

    public static Phrase NoKeywordFound { get; } = new("no_keyword_found", "none is found");

    public static Phrase NoKeywordsSet { get; } = new("no_keywords_set", "none are set");

    public static Phrase AttachmentOrLinkFound { get; } = new("attachment_or_link_found", "an attachment or a delivery link is there");

    public static Phrase AttachmentNotRequired { get; } = new("attachment_not_required", "switched off");

    public static Phrase NotRecognised { get; } = new("not_recognised", "not recognised");

    public static Phrase NotAskedWhileWindowClosed { get; } = new("not_asked_while_window_closed", "not asked while the webhook window is closed");

    public static Phrase GroupNotSent { get; } = new("group_not_sent", "none of it was sent this month");

    public static Phrase GroupSentButDedupOff { get; } = new("group_sent_but_dedup_off", "sent this month, but enable_subject_group_dedup is off");

    public static Phrase GroupSentByItself { get; } = new("group_sent_by_itself", "this mail itself was sent");

    public static Phrase OrdinaryMail { get; } = new("ordinary_mail", "not recognised: an ordinary mail");

    public static Phrase NoDetectorKeywords { get; } = new("no_detector_keywords", "none for an ordinary mail");

    public static Phrase WindowOpen { get; } = new("window_open", "open");

    public static Phrase WindowClosedButPasses { get; } = new("window_closed_but_passes", "closed, but this kind of mail may pass");

    public static Phrase NoLinkButAllowed { get; } = new("no_link_but_allowed", "none, but allow_custom_webhook_without_links is on");

    public static Phrase SendingOn { get; } = new("sending_on", "on");

    public static Phrase ReceiverSet { get; } = new("receiver_set", "webhook_url is set");

    public static Phrase NoRateLimit { get; } = new("no_rate_limit", "no limit is set");

    public static Phrase WithinSizeLimit(int limitMb) =>
        new Phrase("within_size_limit", $"within max_email_size_mb of {limitMb}").With("limit", limitMb);

    public static Phrase RecognisedAlone(string detector) =>
        new Phrase("recognised_alone", $"recognised as {detector}: it stands alone").With("detector", detector);

    public static Phrase Recognised(string detector) => new Phrase("recognised", $"recognised as {detector}").With("detector", detector);

    public static Phrase NoDetectorKeywordFound(string detector) =>
        new Phrase("no_detector_keyword_found", $"none of {detector} is found").With("detector", detector);

    public static Phrase LinksFound(int count) => new Phrase("links_found", $"{count} found").With("count", count);

    public static Phrase WithinRateLimit(int count, int limit) =>
        new Phrase("within_rate_limit", $"{count} of {limit} in the last hour").With("count", count).With("limit", limit);

    /// <summary>Of the last step, when no rule held the mail back.</summary>
    public static Phrase ToBeSent(string route) => new Phrase("deliver", $"to be sent by route {route}").With("route", route);
}
