using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>Mails that somebody has sent again, or at last.</summary>
public sealed class ReplayTests : IAsyncDisposable
{
    private readonly FakeTarget _presence = new(DeliveryRoutes.Presence);
    private readonly PipelineHost _host;

    public ReplayTests() => _host = new PipelineHost(services => services.AddSingleton<IDeliveryTarget>(_presence));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_mail_whose_receiver_refused_is_sent_with_the_same_webhook_id_and_done()
    {
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: "Lot 7"));
        await _host.RunAsync();
        var failedAt = _host.Clock.GetCurrentInstant();
        _host.Clock.AdvanceMinutes(5);
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.Sent, "Sent, and accepted by route custom."), (result.Status, result.Message));
        Assert.Single(_host.Target.WebhookIds.Distinct());
        Assert.Equal(2, _host.Target.Requests.Count);
        var record = await _host.RecordOfAsync(mail);
        Assert.Equal(record, result.Email);
        Assert.Equal((EmailStatus.Sent, DecisionReason.Deliver, "sent by hand"), (record.Status, record.Reason, record.Detail));
        Assert.Equal("true", record.DetailValues["by_hand"]);
        Assert.Equal((failedAt, _host.Clock.GetCurrentInstant()), (record.FirstSeenAt, record.DecidedAt));
        Assert.Equal([WebhookLogStatus.Error, WebhookLogStatus.Success], record.Log.Select(entry => entry.Status));
        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.True(await _host.IsDoneAsync(mail));
        Assert.True(await _host.IsGroupDoneAsync("2026-11:lot_7"));
        Assert.Equal(0, (await _host.RunAsync()).Seen);
        Assert.Contains(_host.Log.Records, log => log.Id.Id == 1011);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_holds_a_mail_back_for_now_or_for_good_does_not_hold_back_a_replay()
    {
        _host.Settings = _host.Settings with
        {
            Preferences = new ProcessingPreferences { RateLimitPerHour = 1, ExcludeKeywords = ["bonjour"], MaxEmailSizeMb = 1 },
            Polling = _host.Settings.Polling with { Senders = ["else@example.test"] },
            Webhooks = _host.Settings.Webhooks with { Window = new TimeWindow("03h00", "04h00") },
        };
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: "Re: lot 7", size: 9_000_000));
        await _host.RunAsync();
        await _host.SendRate.RecordAsync("another", _host.Clock.GetCurrentInstant(), Token);
        await _host.Dedup.MarkProcessedAsync(mail.Id, Token);
        await _host.Dedup.MarkGroupProcessedAsync("2026-11:lot_7", null, Token);

        Assert.Equal(ReplayStatus.Sent, (await ReplayAsync(mail)).Status);

        Assert.Equal([1u], _host.Target.Uids);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_switch_that_stops_all_sending_holds_a_replay_back()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        Switch(webhooks => webhooks with { SendingEnabled = false });
        await _host.RunAsync();

        var result = await ReplayAsync(mail);

        Assert.Equal(ReplayStatus.HeldBack, result.Status);
        Assert.Equal("Not sent: sending is switched off (webhook_sending_enabled is off).", result.Message);
        Assert.Equal(await _host.RecordOfAsync(mail), result.Email);
        Assert.Empty(_host.Target.Requests);
        Assert.Empty(_host.Mailbox.Seen);
    }

    [Fact]
    public async Task A_receiver_that_is_not_set_holds_a_replay_back()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        Switch(webhooks => webhooks with { Url = null });

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.HeldBack, "Not sent: no receiver (WEBHOOK_URL is not set)."), (result.Status, result.Message));
        Assert.Equal(EmailStatus.Sent, (await _host.RecordOfAsync(mail)).Status);
    }

    [Fact]
    public async Task A_sent_mail_that_is_refused_when_it_is_sent_again_stays_sent_and_the_log_tells_of_it()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        var sent = await _host.RecordOfAsync(mail);
        _host.Clock.AdvanceMinutes(5);
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, "no room"));

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.Refused, "The receiver did not accept it: no room"), (result.Status, result.Message));
        var record = await _host.RecordOfAsync(mail);
        Assert.Equal(sent with { Log = record.Log }, record);
        Assert.Equal([WebhookLogStatus.Success, WebhookLogStatus.Error], record.Log.Select(entry => entry.Status));
        Assert.True(await _host.IsDoneAsync(mail));
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_sent_mail_that_is_sent_again_keeps_the_time_and_the_words_of_its_decision()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        var sent = await _host.RecordOfAsync(mail);
        _host.Clock.AdvanceHours(30);

        var result = await ReplayAsync(mail);

        Assert.Equal(ReplayStatus.Sent, result.Status);
        Assert.Equal(sent with { Log = result.Email!.Log }, result.Email);
        Assert.Equal(2, result.Email.Log.Count);
        Assert.Single(_host.Target.WebhookIds.Distinct());
    }

    [Fact]
    public async Task A_presence_mail_that_is_sent_again_on_another_weekday_goes_the_same_way_and_says_the_same()
    {
        Switch(webhooks => webhooks with
        {
            PresenceFalseUrl = "https://hook.eu2.make.com/f",
            Window = new TimeWindow("09h00", "18h00"),
            StartupWindow = new TimeWindow("08h00", "19h00"),
        });
        var thursday = Instant.FromUtc(2026, 11, 5, 9, 0);
        _host.Clock.Reset(thursday);
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: "Présence samedi"), "Qui vient samedi ?");
        await _host.RunAsync();
        _host.Clock.Reset(Instant.FromUtc(2026, 11, 9, 22, 0));

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.Sent, DetectorNames.Presence, DeliveryRoutes.Presence, thursday), (result.Status, result.Email!.Detector, result.Email.Route, result.Email.DecidedAt));
        Assert.Empty(_host.Target.Requests);
        Assert.Equal(2, _presence.Requests.Count);
        Assert.Equal([false, true], _presence.Requests.Select(request => request.IsByHand));
        Assert.Equal(_presence.Requests[0], _presence.Requests[1] with { Links = _presence.Requests[0].Links, IsByHand = false });
    }

    [Fact]
    public async Task An_urgent_mail_that_is_sent_again_says_the_same_time_however_long_the_first_send_took()
    {
        _host.Target.Answer = (request, _) =>
        {
            _host.Clock.AdvanceMinutes(2);
            return Task.FromResult(FakeTarget.Accepted(request));
        };
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: $"Urgence {Mails.RecadrageSubject}"), Mails.RecadrageBody);
        await _host.RunAsync();

        await ReplayAsync(mail);

        Assert.Equal(["11h00", "11h00"], _host.Target.Requests.Select(request => request.Detection?.DeliveryTime));
    }

    [Theory]
    [InlineData(4.9, true)]
    [InlineData(5, false)]
    public async Task A_send_in_hand_when_the_process_stops_gets_five_seconds(double seconds, bool isFinished)
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        var sent = await _host.RecordOfAsync(mail);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _host.Target.Answer = async (request, token) =>
        {
            await stopping.CancelAsync();
            _host.Time.Advance(TimeSpan.FromSeconds(seconds));
            token.ThrowIfCancellationRequested();
            return FakeTarget.Accepted(request);
        };

        var replay = _host.Replayer.ReplayAsync(mail.Id, stopping.Token);

        if (isFinished)
        {
            Assert.Equal(ReplayStatus.Sent, (await replay).Status);
        }
        else
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay);
            Assert.Equal(sent, await _host.RecordOfAsync(mail));
        }

        _host.Log.AssertNoWarnings();
    }

    private Task<ReplayResult> ReplayAsync(EmailEnvelope email) => _host.Replayer.ReplayAsync(email.Id, Token);

    private void Switch(Func<WebhookSettings, WebhookSettings> change) =>
        _host.Settings = _host.Settings with { Webhooks = change(_host.Settings.Webhooks) };
}
