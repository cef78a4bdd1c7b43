using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What would become of a mail of the ledger if it came now, and what a replay would send of it.</summary>
public sealed class KnownEmailPreviewTests : IAsyncDisposable
{
    private readonly FakeTarget _presence = new(DeliveryRoutes.Presence);
    private readonly PipelineHost _host;

    public KnownEmailPreviewTests() => _host = new PipelineHost(services => services
        .AddSingleton<IDeliveryTarget>(_presence)
        .RemoveAll<ILedger>()
        .AddSingleton<ILedger>(provider => new CountingLedger(ActivatorUtilities.CreateInstance<Ledger>(provider))));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_mail_that_was_sent_is_not_held_back_by_what_is_remembered_of_itself()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: "Lot 7"));
        await _host.RunAsync();

        var preview = await PreviewAsync(mail);

        Assert.Equal((EmailAction.Send, DecisionReason.Deliver), (preview.Decision.Action, preview.Decision.Reason));
        Assert.Equal("done_but_reviewed", preview.Steps.Single(step => step.Rule == "email_id").Finding.Code);
        Assert.Equal("group_sent_by_itself", preview.Steps.Single(step => step.Rule == "subject_group").Finding.Code);
        Assert.Equal("Lot 7", (string?)preview.Delivery?.Payload?["subject"]);
        Assert.Equal("2026-11:lot_7", preview.SubjectGroup);
        Assert.Single(preview.Links);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_was_set_aside_for_its_group_still_is()
    {
        _host.Mailbox.Add(Mails.Envelope(subject: "Lot 7"));
        await _host.RunAsync();
        var second = _host.Mailbox.Add(Mails.Envelope(2, "Rappel lot 7"));
        await _host.RunAsync();

        var preview = await PreviewAsync(second);

        Assert.Equal(DecisionReason.GroupAlreadyProcessed, preview.Decision.Reason);
        Assert.Equal("done_but_reviewed", preview.Steps.Single(step => step.Rule == "email_id").Finding.Code);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_waits_is_decided_by_the_settings_of_now()
    {
        Switch(webhooks => webhooks with { SendingEnabled = false });
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();

        var off = await PreviewAsync(mail);
        Switch(webhooks => webhooks with { SendingEnabled = true });
        var on = await PreviewAsync(mail);

        Assert.Equal((DecisionReason.SendingDisabled, DecisionReason.Deliver), (off.Decision.Reason, on.Decision.Reason));
        Assert.All([off, on], preview => Assert.NotNull(preview.Delivery));
    }

    [Fact]
    public async Task Nothing_is_sent_marked_written_or_counted()
    {
        _host.Settings = _host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 3 } };
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: "Lot 7"));
        await _host.RunAsync();
        var (writes, position) = (((CountingLedger)_host.Ledger).Writes, _host.Feed.LastId);
        var counted = await _host.SendRate.CountSinceAsync(default, Token);

        Assert.Equal(EmailAction.Send, (await PreviewAsync(mail)).Decision.Action);
        Assert.Equal(EmailAction.Send, (await PreviewAsync(mail)).Decision.Action);

        Assert.Single(_host.Target.Requests);
        Assert.Empty(_host.Mailbox.Seen);
        Assert.Empty(_host.Mailbox.SeenBatches);
        Assert.Equal((writes, position), (((CountingLedger)_host.Ledger).Writes, _host.Feed.LastId));
        Assert.Equal(counted, await _host.SendRate.CountSinceAsync(default, Token));
        Assert.False(await _host.IsDoneAsync(mail));
        Assert.False(await _host.IsGroupDoneAsync("2026-11:lot_7"));
    }

    [Fact]
    public async Task What_is_told_of_the_payload_is_what_a_replay_sends_also_as_of_another_day()
    {
        Switch(webhooks => webhooks with { PresenceFalseUrl = "https://hook.eu2.make.com/f", Window = new TimeWindow("09h00", "18h00") });
        _host.Clock.Reset(Instant.FromUtc(2026, 11, 5, 9, 0)); // a Thursday, on which presence mails are recognised
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: "Présence samedi"), "Qui vient samedi ?");
        await _host.RunAsync();
        _host.Clock.Reset(Instant.FromUtc(2026, 11, 9, 22, 0));

        var preview = await PreviewAsync(mail);
        await _host.Replayer.ReplayAsync(mail.Id, Token);

        Assert.Equal(DetectorNames.Presence, preview.Detection?.Detector);
        Assert.Equal(2, _presence.Requests.Count);
        var (told, sent) = (Assert.Single(_presence.Previews), _presence.Requests[1]);
        Assert.Equal(sent, told with { Links = sent.Links });
    }

    [Fact]
    public async Task A_mail_that_could_not_be_read_is_found_by_its_place()
    {
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 1), "no headers"));
        await _host.RunAsync();
        _host.Mailbox.Add(Mails.Envelope());

        Assert.Equal(EmailAction.Send, (await _host.Previewer.PreviewAsync("uid:1:1", Token)).Decision.Action);
    }

    [Theory]
    [InlineData("unknown", FetchFailure.Unknown)]
    [InlineData("taken away", FetchFailure.Gone)]
    [InlineData("open", FetchFailure.Unreadable)]
    [InlineData("find", FetchFailure.Unreadable)]
    [InlineData("fetch", FetchFailure.Unreadable)]
    public async Task A_mail_that_cannot_be_had_is_told_as_a_replay_tells_it_and_the_mailbox_is_free_again(string why, FetchFailure expected)
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        var id = why == "unknown" ? "none" : mail.Id;
        if (why == "taken away")
        {
            await _host.Ledger.WriteAsync(await _host.RecordOfAsync(mail) with { Uid = new MessageUid(1, 99) }, Token);
        }

        _host.Mailbox.OnCommand = command =>
        {
            if (command == why)
            {
                throw why == "fetch" ? new EmailUnreadableException("too large") : new MailboxUnavailableException("no connection");
            }
        };
        var problem = await Assert.ThrowsAsync<EmailNotFetchedException>(() => _host.Previewer.PreviewAsync(id, Token));
        var replay = await _host.Replayer.ReplayAsync(id, Token);
        _host.Mailbox.OnCommand = _ => { };

        Assert.Equal((expected, replay.Message), (problem.Failure, problem.Message));
        Assert.Equal(Enum.Parse<ReplayStatus>($"{expected}"), replay.Status);
        Assert.Equal(0, (await _host.RunAsync()).Seen);
    }

    [Fact]
    public async Task A_cycle_that_takes_long_is_waited_for_fifteen_seconds()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        _host.Mailbox.Add(Mails.Envelope(2));
        _host.Mailbox.OnFetch = async (_, token) =>
        {
            entered.TrySetResult();
            await released.Task.WaitAsync(token);
        };
        var cycle = _host.RunAsync();
        await entered.Task.WaitAsync(Token);

        var preview = PreviewAsync(mail);
        _host.Time.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(preview.IsCompleted);
        _host.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(FetchFailure.Busy, (await Assert.ThrowsAsync<EmailNotFetchedException>(() => preview)).Failure);
        released.SetResult();
        await cycle;
    }

    private Task<EmailPreview> PreviewAsync(EmailEnvelope email) => _host.Previewer.PreviewAsync(email.Id, Token);

    private void Switch(Func<WebhookSettings, WebhookSettings> change) =>
        _host.Settings = _host.Settings with { Webhooks = change(_host.Settings.Webhooks) };
}
