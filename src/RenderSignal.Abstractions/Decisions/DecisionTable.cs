using System.Globalization;
using NodaTime;

namespace RenderSignal;

/// <summary>
/// The table of REFERENCE section 1, row by row: the first rule that applies decides. Pure: mail and facts in, decision out.
/// It comes in three slices, so that a mail that its headers decide costs neither a look into the stores nor a body.
/// </summary>
internal sealed class DecisionTable(ITextAnalyzer text, IEnumerable<IEmailDetector> detectors)
{
    private const string Now = "maintenant";
    private const long BytesPerMb = 1024 * 1024;

    private readonly IEmailDetector[] _detectors = [.. detectors];

    /// <summary>What the subject says. Blanks around it do not count: a trailing one is no sign of a reply.</summary>
    public SubjectTraits TraitsOf(EmailEnvelope email) => text.AnalyzeSubject(email.Subject.Trim());

    /// <summary>Row 1. Null: go on.</summary>
    public static Decision? DecideBySender(EmailEnvelope email, RenderSignalSettings settings) =>
        settings.Polling.Senders.Count > 0 && !settings.Polling.Senders.Contains(email.Sender, StringComparer.OrdinalIgnoreCase)
            ? new(EmailAction.Leave, DecisionReason.SenderNotAllowed)
            : null;

    /// <summary>Rows 2 and 3, and what size and pauses say: all that needs no body. Null: go on.</summary>
    public static Decision? DecideByEnvelope(EmailEnvelope email, SubjectTraits traits, DecisionFacts facts)
    {
        if (facts.IsProcessed && !facts.Settings.Flags.DisableEmailIdDedup)
        {
            return new(EmailAction.MarkSeen, DecisionReason.AlreadyProcessed);
        }

        if (traits.IsReply)
        {
            return new(EmailAction.Acknowledge, DecisionReason.Reply);
        }

        if (facts.Settings.Preferences.MaxEmailSizeMb is { } limit && email.SizeInBytes > limit * BytesPerMb)
        {
            return new(EmailAction.Acknowledge, DecisionReason.TooLarge)
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"{(double)email.SizeInBytes / BytesPerMb:0.0} MB, max_email_size_mb is {limit}"),
            };
        }

        return facts.NotBefore is { } notBefore && facts.Now.ToInstant() < notBefore
            ? new(EmailAction.Leave, DecisionReason.ReceiverBusy) { Detail = $"not before {notBefore}" }
            : null;
    }

    /// <summary>Rows 4 to 10.</summary>
    public Decision DecideByBody(EmailEnvelope email, string content, DecisionFacts facts)
    {
        var (settings, preferences) = (facts.Settings, facts.Settings.Preferences);
        var input = new DetectionInput
        {
            Subject = email.Subject,
            Body = content,
            NormalizedSubject = text.Normalize(email.Subject),
            NormalizedBody = text.Normalize(content),
            Links = text.FindLinks(content),
            Now = facts.Now,
        };

        // The two filters that the operator set for any mail come first: what they name is not wanted, whatever it is.
        if (FindKeyword(preferences.ExcludeKeywords, input) is { } keyword)
        {
            return Excluded(keyword, null);
        }

        if (preferences.RequireAttachments && !email.HasAttachments && input.Links.Count == 0)
        {
            return new(EmailAction.Acknowledge, DecisionReason.AttachmentRequired);
        }

        var window = settings.Webhooks.Window;
        var isOpen = window.IsOpenAt(facts.Now.TimeOfDay);
        if (isOpen && Detect(DetectionStage.BeforeGrouping, input) is { } early)
        {
            return DecideEarly(early, input, facts);
        }

        if (facts.IsGroupProcessed && settings.Polling.SubjectGroupDedup)
        {
            return new(EmailAction.Acknowledge, DecisionReason.GroupAlreadyProcessed);
        }

        var detection = Detect(DetectionStage.AfterGrouping, input);
        if (FindKeyword(preferences.ExcludeKeywordsFor(detection?.Detector), input) is { } excluded)
        {
            return Excluded(excluded, detection);
        }

        var route = RouteFor(detection, settings.Webhooks);
        var whenClosed = detection?.WhenWindowClosed ?? ClosedWindowAction.Leave;
        if (!isOpen && (whenClosed != ClosedWindowAction.Send || (route == DeliveryRoutes.Desabo && !window.OpensLaterThan(facts.Now.TimeOfDay))))
        {
            var action = whenClosed == ClosedWindowAction.Acknowledge ? EmailAction.Acknowledge : EmailAction.Leave;
            return new(action, DecisionReason.WindowClosed) { Detection = detection, Links = input.Links };
        }

        if (input.Links.Count == 0 && !settings.Flags.AllowCustomWebhookWithoutLinks)
        {
            return new(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink) { Detection = detection };
        }

        var (start, end) = WindowTimes(route, window, isOpen, facts.Now.TimeOfDay);
        return DecideToSend(
            new(EmailAction.Send, DecisionReason.Deliver)
            {
                Detection = detection,
                Links = input.Links,
                Route = route,
                WindowStart = start,
                WindowEnd = end,
                RemembersGroup = true,
            },
            facts);
    }

    private static Decision Excluded(string keyword, Detection? detection) =>
        new(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword) { Detail = $"contains '{keyword}'", Detection = detection };

    /// <summary>Row 4: the mail stands alone, no group holds it back and none is remembered.</summary>
    private static Decision DecideEarly(Detection detection, DetectionInput input, DecisionFacts facts)
    {
        var webhooks = facts.Settings.Webhooks;
        var route = detection.Route ?? DeliveryRoutes.Custom;
        if (route == DeliveryRoutes.Presence && webhooks.PresenceUrl is null)
        {
            return new(EmailAction.Acknowledge, DecisionReason.PresenceHookMissing)
            {
                Detection = detection,
                Detail = webhooks.PresenceFlag ? "PRESENCE_TRUE_MAKE_WEBHOOK_URL is not set" : "PRESENCE_FALSE_MAKE_WEBHOOK_URL is not set",
            };
        }

        return DecideToSend(
            new(EmailAction.Send, DecisionReason.Deliver)
            {
                Detection = detection,
                Links = input.Links,
                Route = route,
                WindowStart = webhooks.StartupWindow.StartText,
                WindowEnd = webhooks.StartupWindow.EndText,
            },
            facts);
    }

    /// <summary>Row 9, and what else holds back a mail that is meant to go out.</summary>
    private static Decision DecideToSend(Decision send, DecisionFacts facts)
    {
        var settings = facts.Settings;
        if (!settings.Webhooks.SendingEnabled)
        {
            return HoldBack(DecisionReason.SendingDisabled, "webhook_sending_enabled is off");
        }

        if (send.Route != DeliveryRoutes.Custom)
        {
            return send;
        }

        if (settings.Webhooks.Url is null)
        {
            return HoldBack(DecisionReason.ReceiverMissing, "WEBHOOK_URL is not set");
        }

        return settings.Preferences.RateLimitPerHour is > 0 and var limit && facts.CustomSendsLastHour >= limit
            ? HoldBack(DecisionReason.RateLimited, $"rate_limit_per_hour is {limit}")
            : send;

        Decision HoldBack(DecisionReason reason, string detail) =>
            send with { Action = EmailAction.Leave, Reason = reason, Detail = detail, Route = null };
    }

    private static string RouteFor(Detection? detection, WebhookSettings webhooks) => detection switch
    {
        { Route: { } route } => route,
        { Detector: DetectorNames.Recadrage } when webhooks.RecadrageMakeUrl is not null => DeliveryRoutes.Recadrage,
        { Detector: DetectorNames.Desabo, HasDropboxRequest: true } when webhooks.DesaboMakeUrl is not null => DeliveryRoutes.Desabo,
        _ => DeliveryRoutes.Custom,
    };

    /// <summary>What the receiver is told about the window (REFERENCE section 4). Only Make's auto-responder hears "now" when there is no window.</summary>
    private static (string? Start, string? End) WindowTimes(string route, TimeWindow window, bool isOpen, LocalTime now)
    {
        if (!window.IsBounded)
        {
            return (route == DeliveryRoutes.Desabo ? Now : null, null);
        }

        var start = isOpen ? Now : window.OpensLaterThan(now) ? window.StartText : null;
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
