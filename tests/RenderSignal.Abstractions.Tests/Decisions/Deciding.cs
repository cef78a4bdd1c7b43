using NodaTime;
using NodaTime.Text;

namespace RenderSignal.Abstractions.Tests;

/// <summary>One mail and what is known of it; <see cref="Decide"/> takes it through the three slices of the table in their order.</summary>
internal sealed record Deciding
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly LocalDateTimePattern NowPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public EmailEnvelope Email { get; init; } = Mails.Envelope();

    public string Body { get; init; } = $"Bonjour {Mails.Link}";

    /// <summary>In Paris. 2026-11-05 is a Thursday.</summary>
    public string Now { get; init; } = "2026-11-04 10:00";

    public WebhookSettings Webhooks { get; init; } = new() { Url = "https://receiver.example.test/hook" };

    public PollingSettings Polling { get; init; } = new();

    public ProcessingPreferences Preferences { get; init; } = new();

    public RuntimeFlags Flags { get; init; } = new();

    public bool IsProcessed { get; init; }

    public bool IsGroupProcessed { get; init; }

    public int SendsLastHour { get; init; }

    public Instant? NotBefore { get; init; }

    public IReadOnlyList<IEmailDetector> Detectors { get; init; } = Matching.Detectors;

    public static Deciding Recadrage { get; } = new() { Email = Mails.Envelope(subject: Mails.RecadrageSubject), Body = Mails.RecadrageBody };

    public static Deciding Desabo { get; } = new() { Email = Mails.Envelope(subject: Mails.DesaboSubject), Body = Mails.DesaboBody };

    public static Deciding UrgentDesabo { get; } = Desabo with { Body = $"Urgent : {Mails.DesaboBody}" };

    /// <summary>A desabo that goes to Make's auto-responder.</summary>
    public static Deciding MakeDesabo { get; } = (Desabo with { Body = Mails.DesaboRequestBody })
        .With(webhooks => webhooks with { DesaboMakeUrl = "https://hook.eu2.make.com/desabo" });

    /// <summary>On a Thursday.</summary>
    public static Deciding Presence { get; } =
        (new Deciding { Email = Mails.Envelope(subject: "Présence samedi"), Body = "Qui vient Samedi ?", Now = "2026-11-05 10:00" })
        .With(webhooks => webhooks with { PresenceTrueUrl = "https://hook.eu2.make.com/t", PresenceFalseUrl = "https://hook.eu2.make.com/f" });

    public Deciding With(Func<WebhookSettings, WebhookSettings> change) => this with { Webhooks = change(Webhooks) };

    public Deciding WithWindow(string? start, string? end) => With(webhooks => webhooks with { Window = new TimeWindow(start, end) });

    public Deciding WithSubject(string subject) => this with { Email = Email with { Subject = subject } };

    public Decision Decide()
    {
        var settings = new RenderSignalSettings { Webhooks = Webhooks, Polling = Polling, Preferences = Preferences, Flags = Flags };
        var facts = new DecisionFacts
        {
            Settings = settings,
            Now = NowPattern.Parse(Now).Value.InZoneStrictly(Paris),
            IsProcessed = IsProcessed,
            IsGroupProcessed = IsGroupProcessed,
            CustomSendsLastHour = SendsLastHour,
            NotBefore = NotBefore,
        };
        var table = new DecisionTable(Matching.Analyzer, Detectors);
        return DecisionTable.DecideBySender(Email, settings)
            ?? DecisionTable.DecideByEnvelope(Email, table.TraitsOf(Email), facts)
            ?? table.DecideByBody(Email, Body, facts);
    }

    public void Ends(EmailAction action, DecisionReason reason)
    {
        var decision = Decide();
        Assert.Equal((action, reason), (decision.Action, decision.Reason));
    }

    public Decision IsSentBy(string route)
    {
        var decision = Decide();
        Assert.Equal((EmailAction.Send, DecisionReason.Deliver, route), (decision.Action, decision.Reason, decision.Route));
        return decision;
    }
}
