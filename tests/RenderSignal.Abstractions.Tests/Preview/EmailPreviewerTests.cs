using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What would become of a mail, and how that comes about.</summary>
public sealed class EmailPreviewerTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new(services => services
        .RemoveAll<ILedger>()
        .AddSingleton<ILedger>(provider => new CountingLedger(ActivatorUtilities.CreateInstance<Ledger>(provider))));

    private static readonly EmailDraft Draft = new() { Subject = "Bonjour", From = $"Achats <{Mails.Sender}>", Body = $"Voici {Mails.Link}" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_mail_that_would_be_sent_passes_every_rule_in_the_order_of_the_table()
    {
        _host.Settings = _host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 5 } };

        var preview = await PreviewAsync(Draft);

        Assert.Equal((EmailAction.Send, DecisionReason.Deliver, DeliveryRoutes.Custom), (preview.Decision.Action, preview.Decision.Reason, preview.Decision.Route));
        Assert.Equal(
            [
                "sender: every sender is welcome",
                "email_id: not met before",
                "reply: no reply prefix",
                "size: no limit is set",
                "receiver_pause: the receiver asked for none",
                "exclude_keywords: none are set",
                "require_attachments: switched off",
                "early_detector: not recognised",
                "subject_group: none of it was sent this month",
                "detector: not recognised: an ordinary mail",
                "detector_keywords: none for an ordinary mail",
                "webhook_window: open",
                "delivery_link: 1 found",
                "webhook_sending_enabled: on",
                "receiver: webhook_url is set",
                "rate_limit: 0 of 5 in the last hour",
                "deliver: to be sent by route custom",
            ],
            preview.Steps.Select(step => $"{step.Rule}: {step.Finding}"));
        Assert.Equal(
            [("links_found", "count=1"), ("sending_on", ""), ("receiver_set", ""), ("within_rate_limit", "count=0, limit=5"), ("deliver", "route=custom")],
            preview.Steps.TakeLast(5).Select(step => (step.Finding.Code, ValuesOf(step.Finding))));
        Assert.StartsWith("2026-11:subject_hash_", preview.SubjectGroup, StringComparison.Ordinal);
        Assert.Equal(Mails.Link, Assert.Single(preview.Links).RawUrl);
    }

    public static TheoryData<string, string, DecisionReason> Stops => new()
    {
        { "stranger", "sender", DecisionReason.SenderNotAllowed },
        { "reply", "reply", DecisionReason.Reply },
        { "large", "size", DecisionReason.TooLarge },
        { "keyword", "exclude_keywords", DecisionReason.ExcludedKeyword },
        { "no attachment", "require_attachments", DecisionReason.AttachmentRequired },
        { "detector's keyword", "detector_keywords", DecisionReason.ExcludedKeyword },
        { "closed", "webhook_window", DecisionReason.WindowClosed },
        { "no link", "delivery_link", DecisionReason.NoDeliveryLink },
        { "off", "webhook_sending_enabled", DecisionReason.SendingDisabled },
        { "no receiver", "receiver", DecisionReason.ReceiverMissing },
        { "no presence hook", "receiver", DecisionReason.PresenceHookMissing },
        { "group", "subject_group", DecisionReason.GroupAlreadyProcessed },
        { "limit", "rate_limit", DecisionReason.RateLimited },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task The_last_step_is_the_rule_that_decided_and_no_rule_comes_twice(string why, string rule, DecisionReason reason)
    {
        var preview = await PreviewAsync(await ArrangeAsync(why));

        Assert.Equal(reason, preview.Decision.Reason);
        Assert.Equal((rule, true, ReasonText.PhraseFor(preview.Decision)), (preview.Steps[^1].Rule, preview.Steps[^1].Decides, preview.Steps[^1].Finding));
        Assert.Equal(preview.Decision.DetailValues, preview.Steps[^1].Finding.Values);
        Assert.All(preview.Steps.SkipLast(1), step => Assert.False(step.Decides));
        Assert.Equal(preview.Steps.Count, preview.Steps.Select(step => step.Rule).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_sent_remembered_or_counted()
    {
        _host.Settings = _host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 1 } };
        var position = _host.Feed.LastId;
        var draft = Draft with { Subject = "Lot 7" };

        var previews = new[] { await PreviewAsync(draft), await PreviewAsync(draft) };

        Assert.All(previews, preview => Assert.Equal(EmailAction.Send, preview.Decision.Action));
        Assert.Empty(_host.Target.Requests);
        Assert.Equal(0, ((CountingLedger)_host.Ledger).Writes);
        Assert.Equal(0, await _host.SendRate.CountSinceAsync(default, Token));
        Assert.False(await _host.IsGroupDoneAsync("2026-11:lot_7"));
        Assert.Equal(position, _host.Feed.LastId);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_payload_is_shown_of_a_mail_that_is_sent_and_of_one_that_a_rule_or_the_switch_holds_back()
    {
        var sent = await PreviewAsync(Draft);
        _host.Settings = _host.Settings with { Webhooks = _host.Settings.Webhooks with { SendingEnabled = false } };
        var off = await PreviewAsync(Draft);
        var reply = await PreviewAsync(Draft with { Subject = "Re: Bonjour" });

        Assert.All([sent, off, reply], preview => Assert.Equal("custom", preview.Delivery?.Type));
        Assert.Equal("Re: Bonjour", (string?)reply.Delivery!.Payload!["subject"]);
        Assert.Empty(_host.Target.Requests);
    }

    [Fact]
    public async Task Without_a_receiver_there_is_no_payload()
    {
        _host.Settings = _host.Settings with { Webhooks = new WebhookSettings() };

        Assert.Null((await PreviewAsync(Draft)).Delivery);
    }

    [Fact]
    public async Task A_route_that_nobody_serves_has_no_payload()
    {
        await using var host = new PipelineHost(services => services.AddOwn(new Detection("own") { Route = "nobody" }));

        var preview = await host.Previewer.PreviewAsync(Draft with { Body = $"{OwnDetector.Word} {Mails.Link}" }, Token);

        Assert.Equal(("nobody", null), (preview.Decision.Route, preview.Delivery));
    }

    [Fact]
    public async Task What_the_mail_is_recognised_as_is_told_whatever_decided()
    {
        var preview = await PreviewAsync(new EmailDraft { Subject = $"Re: {Mails.RecadrageSubject}", From = Mails.Sender, Body = Mails.RecadrageBody });

        Assert.Equal((DecisionReason.Reply, DetectorNames.Recadrage, "14h30"), (preview.Decision.Reason, preview.Detection?.Detector, preview.Detection?.DeliveryTime));
        Assert.Single(preview.Links);
    }

    private static string ValuesOf(Phrase phrase) => string.Join(", ", phrase.Values.Select(value => $"{value.Key}={value.Value}"));

    private Task<EmailPreview> PreviewAsync(EmailDraft draft) => _host.Previewer.PreviewAsync(draft, Token);

    /// <summary>Sees to it that a draft is stopped, and returns it.</summary>
    private async Task<EmailDraft> ArrangeAsync(string why)
    {
        var recadrage = new EmailDraft { Subject = Mails.RecadrageSubject, From = Mails.Sender, Body = Mails.RecadrageBody };
        var preferences = _host.Settings.Preferences;
        var webhooks = _host.Settings.Webhooks;
        _host.Settings = why switch
        {
            "stranger" => _host.Settings with { Polling = new PollingSettings { Senders = ["else@example.test"] } },
            "large" => _host.Settings with { Preferences = preferences with { MaxEmailSizeMb = 1 } },
            "keyword" => _host.Settings with { Preferences = preferences with { ExcludeKeywords = ["bonjour"] } },
            "no attachment" => _host.Settings with { Preferences = preferences with { RequireAttachments = true } },
            "detector's keyword" => _host.Settings with { Preferences = preferences with { ExcludeKeywordsRecadrage = ["lot 7"] } },
            "closed" => _host.Settings with { Webhooks = webhooks with { Window = new TimeWindow("03h00", "04h00") } },
            "off" => _host.Settings with { Webhooks = webhooks with { SendingEnabled = false } },
            "no receiver" => _host.Settings with { Webhooks = webhooks with { Url = null } },
            "limit" => _host.Settings with { Preferences = preferences with { RateLimitPerHour = 1 } },
            _ => _host.Settings,
        };
        switch (why)
        {
            case "group":
                await _host.Dedup.MarkGroupProcessedAsync("2026-11:lot_9", null, Token);
                return Draft with { Subject = "Lot 9" };
            case "limit":
                await _host.SendRate.RecordAsync("another", _host.Clock.GetCurrentInstant(), Token);
                return Draft;
            case "no presence hook":
                _host.Clock.AdvanceDays(1);
                return Draft with { Subject = "Présence samedi", Body = "Qui vient samedi ?" };
            default:
                return why switch
                {
                    "reply" => Draft with { Subject = "Re: Bonjour" },
                    "large" => Draft with { Body = new string('x', 1_100_000) },
                    "no attachment" or "no link" => Draft with { Body = "rien" },
                    "detector's keyword" => recadrage,
                    _ => Draft,
                };
        }
    }
}
