using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The one record of each mail.</summary>
public sealed class LedgerWriterTests : IAsyncDisposable
{
    private readonly PipelineHost _host;

    public LedgerWriterTests() => _host = new PipelineHost(services => services.AddSingleton<ILedger>(provider =>
        new CountingLedger(ActivatorUtilities.CreateInstance<Ledger>(provider))));

    private CountingLedger Ledger => (CountingLedger)_host.Ledger;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_record_says_what_came_in_and_what_was_decided()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: Mails.RecadrageSubject, sender: "Achats <ACHATS@Example.test>"), Mails.RecadrageBody);

        await _host.RunAsync();

        var record = await _host.RecordOfAsync(mail);
        var now = _host.Clock.GetCurrentInstant();
        Assert.Equal((Mails.RecadrageSubject, "achats@example.test", mail.Date), (record.Subject, record.Sender, record.Date));
        Assert.Equal((DetectorNames.Recadrage, EmailStatus.Sent, DecisionReason.Deliver), (record.Detector, record.Status, record.Reason));
        Assert.Equal((now, now), (record.FirstSeenAt, record.DecidedAt));
        Assert.Single(record.Log);
    }

    [Fact]
    public async Task A_decision_that_does_not_change_is_written_and_told_once()
    {
        Switch(sending: false);
        var mail = _host.Mailbox.Add(Mails.Envelope());
        var first = _host.Clock.GetCurrentInstant();
        for (var i = 0; i < 3; i++)
        {
            await _host.RunAsync();
            _host.Clock.AdvanceMinutes(1);
        }

        Assert.Equal(1, Ledger.Writes);
        Assert.Equal("webhook_sending_enabled", (await _host.RecordOfAsync(mail)).DetailValues["setting"]);
        Assert.Equal(first, (await _host.RecordOfAsync(mail)).DecidedAt);
        Assert.Single(_host.Log.Records, log => log.Id.Id == 1000);
    }

    [Fact]
    public async Task A_send_and_what_it_decided_are_told_once_also_when_the_ledger_asks_twice()
    {
        var events = _host.Feed.ReadAsync(null, TestContext.Current.CancellationToken);
        _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        _host.Feed.Publish(SettingsDocument.RuntimeFlags, "the end");

        var told = await events.TakeWhile(occurred => occurred.Type != ActivityEventType.Settings)
            .Select(occurred => occurred.Type).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([ActivityEventType.Delivery, ActivityEventType.Decision], told);
    }

    [Fact]
    public async Task Values_that_change_under_the_same_words_are_kept_and_are_no_news()
    {
        _host.Settings = _host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 1 } };
        var mail = _host.Mailbox.Add(Mails.Envelope());
        var first = _host.Clock.GetCurrentInstant();
        foreach (var other in (string[])["a", "b"])
        {
            await _host.SendRate.RecordAsync(other, _host.Clock.GetCurrentInstant(), TestContext.Current.CancellationToken);
            await _host.RunAsync();
            _host.Clock.AdvanceMinutes(1);
        }

        var record = await _host.RecordOfAsync(mail);
        Assert.Equal(("2", first), (record.DetailValues["count"], record.DecidedAt));
        Assert.Single(_host.Log.Records, log => log.Id.Id == 1000);
    }

    [Fact]
    public async Task A_decision_that_changes_is_written_in_place_of_the_earlier_one()
    {
        Switch(sending: false);
        var mail = _host.Mailbox.Add(Mails.Envelope());
        var first = _host.Clock.GetCurrentInstant();
        await _host.RunAsync();
        _host.Clock.AdvanceMinutes(1);
        Switch(sending: true);
        await _host.RunAsync();

        var record = await _host.RecordOfAsync(mail);
        Assert.Equal(2, Ledger.Writes);
        Assert.Equal((EmailStatus.Sent, first, first + Duration.FromMinutes(1)), (record.Status, record.FirstSeenAt, record.DecidedAt));
        Assert.Single((await Ledger.ListAsync(new LedgerQuery { Limit = 10 }, TestContext.Current.CancellationToken)).Records);
    }

    [Fact]
    public async Task What_each_cycle_says_again_of_a_mail_that_waits_pushes_no_send_out_and_is_shown_once()
    {
        _host.Settings = _host.Settings with { Preferences = new ProcessingPreferences { RateLimitPerHour = 1 } };
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        var mail = _host.Mailbox.Add(Mails.Envelope());
        for (var i = 0; i < 30; i++)
        {
            await _host.RunAsync();
            _host.Clock.AdvanceMinutes(1);
        }

        var record = await _host.RecordOfAsync(mail);
        Assert.Equal(LedgerRecord.MaxLogEntries, record.Log.Count);
        Assert.Equal([1, 0], record.CondensedLog.Select(entry => entry.Attempts));
        Assert.Equal(record.Log[^1].Timestamp, record.CondensedLog.Last().Timestamp);
    }

    [Fact]
    public async Task The_log_of_a_record_keeps_the_newest_twenty_entries()
    {
        var tries = 0;
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request, $"try {++tries}"));
        var mail = _host.Mailbox.Add(Mails.Envelope());
        for (var i = 0; i < 25; i++)
        {
            await _host.RunAsync();
        }

        Assert.Equal(Enumerable.Range(6, 20).Select(i => $"try {i}"), (await _host.RecordOfAsync(mail)).Log.Select(entry => entry.Error));
    }

    [Fact]
    public async Task The_log_of_a_first_record_is_cut_too()
    {
        _host.Target.Answer = (request, _) =>
            Task.FromResult(FakeTarget.Accepted(request) with { Log = [.. Enumerable.Repeat(FakeTarget.Accepted(request).Log[0], 30)] });
        var mail = _host.Mailbox.Add(Mails.Envelope());

        await _host.RunAsync();

        Assert.Equal(LedgerRecord.MaxLogEntries, (await _host.RecordOfAsync(mail)).Log.Count);
    }

    [Fact]
    public async Task That_a_mail_is_done_already_does_not_overwrite_what_was_done_with_it()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        _host.Mailbox.Seen.Clear();
        await _host.RunAsync();

        Assert.Equal((EmailStatus.Sent, 1), ((await _host.RecordOfAsync(mail)).Status, Ledger.Writes));
        Assert.Single(_host.Log.Records, log => log.Id.Id == 1008);
    }

    [Fact]
    public async Task That_a_mail_is_done_already_overwrites_that_it_was_left()
    {
        Switch(sending: false);
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        await _host.Dedup.MarkProcessedAsync(mail.Id, TestContext.Current.CancellationToken);
        await _host.RunAsync();

        var record = await _host.RecordOfAsync(mail);
        Assert.Equal((EmailStatus.Skipped, DecisionReason.AlreadyProcessed), (record.Status, record.Reason));
    }

    [Fact]
    public async Task A_mail_that_another_server_did_has_a_record_as_well()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.Dedup.MarkProcessedAsync(mail.Id, TestContext.Current.CancellationToken);

        await _host.RunAsync();

        Assert.Equal(DecisionReason.AlreadyProcessed, (await _host.RecordOfAsync(mail)).Reason);
    }

    [Fact]
    public async Task A_long_subject_is_cut_between_two_characters()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope(subject: new string('x', 199) + "😀😀"));

        await _host.RunAsync();

        Assert.Equal(new string('x', 199), (await _host.RecordOfAsync(mail)).Subject);
    }

    [Theory]
    [InlineData("rien", WebhookLogStatus.Skipped, 204, "no delivery link")]
    [InlineData("interdit " + Mails.Link, WebhookLogStatus.Skipped, 204, "contains 'interdit'")]
    public async Task A_mail_that_is_not_sent_says_why_in_the_webhook_log(string body, string status, int code, string error)
    {
        _host.Settings = _host.Settings with { Preferences = new ProcessingPreferences { ExcludeKeywords = ["interdit"] } };
        var mail = _host.Mailbox.Add(Mails.Envelope(), body);

        await _host.RunAsync();

        var entry = Assert.Single((await _host.RecordOfAsync(mail)).Log);
        Assert.Equal((status, code, error), (entry.Status, entry.StatusCode, entry.Error));
        Assert.Equal((WebhookLogType.Custom, mail.Id, mail.Subject, 0), (entry.Type, entry.EmailId, entry.Subject, entry.Attempts));
    }

    private void Switch(bool sending) =>
        _host.Settings = _host.Settings with { Webhooks = _host.Settings.Webhooks with { SendingEnabled = sending } };
}
