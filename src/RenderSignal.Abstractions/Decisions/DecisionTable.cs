using NodaTime;

namespace RenderSignal;

/// <summary>
/// The table of REFERENCE section 1, row by row: the first rule that applies decides. Pure: mail and facts in, decision out.
/// It comes in three slices, so that a mail that its headers decide costs neither a look into the stores nor a body.
/// </summary>
internal sealed class DecisionTable(ITextAnalyzer text, IEnumerable<IEmailDetector> detectors)
{
    public const long BytesPerMb = 1024 * 1024;

    private const string Now = "maintenant";

    private readonly IEmailDetector[] _detectors = [.. detectors];

    /// <summary>What the subject says. Blanks around it do not count: a trailing one is no sign of a reply.</summary>
    public SubjectTraits TraitsOf(EmailEnvelope email) => text.AnalyzeSubject(email.Subject.Trim());

    /// <summary>Row 1. Null: go on.</summary>
    public static Decision? DecideBySender(EmailEnvelope email, RenderSignalSettings settings, DecisionTrace? trace = null)
    {
        if (settings.Polling.Senders.Count > 0 && !settings.Polling.Senders.Contains(email.Sender, StringComparer.OrdinalIgnoreCase))
        {
            return new(EmailAction.Leave, DecisionReason.SenderNotAllowed);
        }

        trace?.Pass(DecisionRules.Sender, settings.Polling.Senders.Count > 0 ? Findings.OnAllowlist : Findings.EverySenderWelcome);
        return null;
    }

    /// <summary>Rows 2 and 3, and what size and pauses say: all that needs no body. Null: go on.</summary>
    public static Decision? DecideByEnvelope(EmailEnvelope email, SubjectTraits traits, DecisionFacts facts, DecisionTrace? trace = null)
    {
        if (facts.IsProcessed && facts.Reviewed is null && !facts.Settings.Flags.DisableEmailIdDedup)
        {
            return new(EmailAction.MarkSeen, DecisionReason.AlreadyProcessed);
        }

        trace?.Pass(DecisionRules.EmailId, !facts.IsProcessed ? Findings.NotMetBefore : facts.Reviewed is null ? Findings.DoneButDedupOff : Findings.DoneButReviewed);
        if (traits.IsReply)
        {
            return new(EmailAction.Acknowledge, DecisionReason.Reply);
        }

        trace?.Pass(DecisionRules.Reply, Findings.NoReplyPrefix);
        if (facts.Settings.Preferences.MaxEmailSizeMb is { } limit && email.SizeInBytes > limit * BytesPerMb)
        {
            return new Decision(EmailAction.Acknowledge, DecisionReason.TooLarge).Because(Particulars.TooLarge(email.SizeInBytes, limit));
        }

        trace?.Pass(DecisionRules.Size, facts.Settings.Preferences.MaxEmailSizeMb is { } max ? Findings.WithinSizeLimit(max) : Findings.NoSizeLimit);
        if (facts.NotBefore is { } notBefore && facts.Now.ToInstant() < notBefore)
        {
            return new Decision(EmailAction.Leave, DecisionReason.ReceiverBusy).Because(Particulars.NotBefore(notBefore));
        }

        trace?.Pass(DecisionRules.ReceiverPause, Findings.NoPauseAsked);
        return null;
    }

    /// <summary>Rows 4 to 10.</summary>
    public Decision DecideByBody(EmailEnvelope email, string content, DecisionFacts facts, DecisionTrace? trace = null)
    {
        var (settings, preferences) = (facts.Settings, facts.Settings.Preferences);
        var input = InputFor(email, content, facts);

        // The two filters that the operator set for any mail come first: what they name is not wanted, whatever it is.
        if (FindKeyword(preferences.ExcludeKeywords, input) is { } keyword)
        {
            return Excluded(keyword, null);
        }

        trace?.Pass(DecisionRules.ExcludeKeywords, preferences.ExcludeKeywords.Count > 0 ? Findings.NoKeywordFound : Findings.NoKeywordsSet);
        if (preferences.RequireAttachments && !email.HasAttachments && input.Links.Count == 0)
        {
            return new(EmailAction.Acknowledge, DecisionReason.AttachmentRequired);
        }

        trace?.Pass(DecisionRules.RequireAttachments, preferences.RequireAttachments ? Findings.AttachmentOrLinkFound : Findings.AttachmentNotRequired);
        var window = settings.Webhooks.Window;
        var isOpen = window.IsOpenAt(facts.Now.TimeOfDay);
        if (isOpen && Detect(DetectionStage.BeforeGrouping, input) is { } early)
        {
            trace?.Pass(DecisionRules.EarlyDetector, Findings.RecognisedAlone(early.Detector));
            return DecideEarly(early, input, facts, trace);
        }

        trace?.Pass(DecisionRules.EarlyDetector, isOpen ? Findings.NotRecognised : Findings.NotAskedWhileWindowClosed);
        var isGroupItsOwn = facts is { IsGroupProcessed: true, Reviewed: EmailStatus.Sent };
        if (facts.IsGroupProcessed && !isGroupItsOwn && settings.Polling.SubjectGroupDedup)
        {
            return new(EmailAction.Acknowledge, DecisionReason.GroupAlreadyProcessed);
        }

        trace?.Pass(
            DecisionRules.SubjectGroup,
            !facts.IsGroupProcessed ? Findings.GroupNotSent : isGroupItsOwn ? Findings.GroupSentByItself : Findings.GroupSentButDedupOff);
        var detection = Detect(DetectionStage.AfterGrouping, input);
        trace?.Pass(DecisionRules.Detector, detection is null ? Findings.OrdinaryMail : Findings.Recognised(detection.Detector));
        if (FindKeyword(preferences.ExcludeKeywordsFor(detection?.Detector), input) is { } excluded)
        {
            return Excluded(excluded, detection);
        }

        trace?.Pass(DecisionRules.DetectorKeywords, detection is null ? Findings.NoDetectorKeywords : Findings.NoDetectorKeywordFound(detection.Detector));

        var route = RouteFor(detection, settings.Webhooks);
        var whenClosed = detection?.WhenWindowClosed ?? ClosedWindowAction.Leave;
        if (!isOpen && (whenClosed != ClosedWindowAction.Send || (route == DeliveryRoutes.Desabo && !window.OpensLaterThan(facts.Now.TimeOfDay))))
        {
            var action = whenClosed == ClosedWindowAction.Acknowledge ? EmailAction.Acknowledge : EmailAction.Leave;
            return new(action, DecisionReason.WindowClosed) { Detection = detection, Links = input.Links };
        }

        trace?.Pass(DecisionRules.WebhookWindow, isOpen ? Findings.WindowOpen : Findings.WindowClosedButPasses);
        if (input.Links.Count == 0 && !settings.Flags.AllowCustomWebhookWithoutLinks)
        {
            return new(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink) { Detection = detection };
        }

        trace?.Pass(DecisionRules.DeliveryLink, input.Links.Count > 0 ? Findings.LinksFound(input.Links.Count) : Findings.NoLinkButAllowed);
        return DecideToSend(Send(detection, input, route, facts), facts, trace);
    }

    /// <summary>
    /// What is sent of a mail when somebody wants it sent whatever rows 1 to 9 say. Only the switch that stops all sending, and a
    /// receiver that is not set, hold it back.
    /// </summary>
    /// <param name="email">The mail.</param>
    /// <param name="content">Its text.</param>
    /// <param name="facts">The settings, and the time to decide for.</param>
    /// <param name="detector">What the mail was recognised as before; null: nothing, or never asked.</param>
    public Decision DecideRegardless(EmailEnvelope email, string content, DecisionFacts facts, string? detector)
    {
        var input = InputFor(email, content, facts);
        var unlimited = facts with { CustomSendsLastHour = 0 };
        var early = Detect(DetectionStage.BeforeGrouping, input);
        return early is not null && (early.Detector == detector || facts.Settings.Webhooks.Window.IsOpenAt(facts.Now.TimeOfDay))
            ? DecideEarly(early, input, unlimited, null)
            : Regardless(Detect(DetectionStage.AfterGrouping, input));

        Decision Regardless(Detection? detection) =>
            DecideToSend(Send(detection, input, RouteFor(detection, facts.Settings.Webhooks), facts), unlimited, null);
    }

    private DetectionInput InputFor(EmailEnvelope email, string content, DecisionFacts facts) => new()
    {
        Subject = email.Subject,
        Body = content,
        NormalizedSubject = text.Normalize(email.Subject),
        NormalizedBody = text.Normalize(content),
        Links = text.FindLinks(content),
        Now = facts.Now,
    };

    private static Decision Send(Detection? detection, DetectionInput input, string route, DecisionFacts facts)
    {
        var (start, end) = WindowTimes(route, facts.Settings.Webhooks.Window, facts.Now.TimeOfDay);
        return new(EmailAction.Send, DecisionReason.Deliver)
        {
            Detection = detection,
            Links = input.Links,
            Route = route,
            WindowStart = start,
            WindowEnd = end,
            RemembersGroup = true,
            DecidedFor = facts.Now.ToInstant(),
        };
    }

    private static Decision Excluded(string keyword, Detection? detection) =>
        new Decision(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword) { Detection = detection }.Because(Particulars.Keyword(keyword));

    /// <summary>Row 4: the mail stands alone, no group holds it back and none is remembered.</summary>
    private static Decision DecideEarly(Detection detection, DetectionInput input, DecisionFacts facts, DecisionTrace? trace)
    {
        var webhooks = facts.Settings.Webhooks;
        var route = detection.Route ?? DeliveryRoutes.Custom;
        if (route == DeliveryRoutes.Presence && webhooks.PresenceUrl is null)
        {
            var missing = webhooks.PresenceFlag ? "PRESENCE_TRUE_MAKE_WEBHOOK_URL" : "PRESENCE_FALSE_MAKE_WEBHOOK_URL";
            return new Decision(EmailAction.Acknowledge, DecisionReason.PresenceHookMissing) { Detection = detection }
                .Because(Particulars.PresenceHookMissing(missing));
        }

        return DecideToSend(
            new(EmailAction.Send, DecisionReason.Deliver)
            {
                Detection = detection,
                Links = input.Links,
                Route = route,
                WindowStart = webhooks.StartupWindow.StartText,
                WindowEnd = webhooks.StartupWindow.EndText,
                DecidedFor = facts.Now.ToInstant(),
            },
            facts,
            trace);
    }

    /// <summary>Row 9, and what else holds back a mail that is meant to go out.</summary>
    private static Decision DecideToSend(Decision send, DecisionFacts facts, DecisionTrace? trace)
    {
        var settings = facts.Settings;
        if (!settings.Webhooks.SendingEnabled)
        {
            return send.HeldBack(DecisionReason.SendingDisabled, Particulars.SendingSwitchedOff);
        }

        trace?.Pass(DecisionRules.SendingEnabled, Findings.SendingOn);
        if (send.Route != DeliveryRoutes.Custom)
        {
            return send;
        }

        if (settings.Webhooks.Url is null)
        {
            return send.HeldBack(DecisionReason.ReceiverMissing, Particulars.ReceiverMissing);
        }

        trace?.Pass(DecisionRules.Receiver, Findings.ReceiverSet);
        var limit = settings.Preferences.RateLimitPerHour;
        if (limit > 0 && facts.CustomSendsLastHour >= limit)
        {
            return send.HeldBack(DecisionReason.RateLimited, Particulars.RateLimitReached(facts.CustomSendsLastHour, limit));
        }

        trace?.Pass(DecisionRules.RateLimit, limit > 0 ? Findings.WithinRateLimit(facts.CustomSendsLastHour, limit) : Findings.NoRateLimit);
        return send;
    }

    private static string RouteFor(Detection? detection, WebhookSettings webhooks) => detection switch
    {
        { Route: { } route } => route,
        { Detector: DetectorNames.Recadrage } when webhooks.RecadrageMakeUrl is not null => DeliveryRoutes.Recadrage,
        { Detector: DetectorNames.Desabo, HasDropboxRequest: true } when webhooks.DesaboMakeUrl is not null => DeliveryRoutes.Desabo,
        _ => DeliveryRoutes.Custom,
    };

    /// <summary>What the receiver is told about the window (REFERENCE section 4). Only Make's auto-responder hears "now" when there is no window.</summary>
    private static (string? Start, string? End) WindowTimes(string route, TimeWindow window, LocalTime now)
    {
        if (!window.IsBounded)
        {
            return (route == DeliveryRoutes.Desabo ? Now : null, null);
        }

        var start = window.IsOpenAt(now) ? Now : window.OpensLaterThan(now) ? window.StartText : null;
        return (start, window.EndText);
    }

    private Detection? Detect(DetectionStage stage, DetectionInput input)
    {
        foreach (var detector in _detectors)
        {
            if (detector.Stage == stage && detector.Detect(input) is { } detection)
            {
                return detection;
            }
        }

        return null;
    }

    private string? FindKeyword(IReadOnlyList<string> keywords, DetectionInput input)
    {
        foreach (var keyword in keywords)
        {
            var wanted = text.Normalize(keyword);
            if (wanted.Length > 0
                && (input.NormalizedSubject.Contains(wanted, StringComparison.Ordinal) || input.NormalizedBody.Contains(wanted, StringComparison.Ordinal)))
            {
                return keyword;
            }
        }

        return null;
    }
}
