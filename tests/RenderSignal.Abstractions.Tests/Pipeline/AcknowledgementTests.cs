using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The promise: acknowledged only after acceptance, and remembered before marked seen.</summary>
public sealed class AcknowledgementTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_mail_is_acknowledged_after_its_receiver_accepted_and_not_before()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        _host.Target.Answer = async (request, _) =>
        {
            Assert.False(await _host.IsDoneAsync(mail));
            Assert.Empty(_host.Mailbox.Seen);
            return FakeTarget.Accepted(request);
        };

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1), (summary.Seen, summary.Sent));
        Assert.True(await _host.IsDoneAsync(mail));
        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.Equal(EmailStatus.Sent, (await _host.RecordOfAsync(mail)).Status);
        _host.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_whose_send_failed_is_left_and_sent_in_the_next_cycle()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        Assert.Equal(1, (await _host.RunAsync()).Failed);

        Assert.False(await _host.IsDoneAsync(mail));
        Assert.Empty(_host.Mailbox.Seen);
        var failed = await _host.RecordOfAsync(mail);
        Assert.Equal((EmailStatus.Failed, DecisionReason.DeliveryFailed, "HTTP 500"), (failed.Status, failed.Reason, failed.Detail));

        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
        Assert.Equal(1, (await _host.RunAsync()).Sent);
        Assert.Equal(2, (await _host.RecordOfAsync(mail)).Log.Count);
        Assert.Single(_host.Target.WebhookIds.Distinct());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_was_sent_but_not_marked_seen_is_marked_in_the_next_cycle_and_not_sent_again(bool isMailboxGone)
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        _host.Mailbox.OnCommand = command =>
        {
            if (command == "mark seen")
            {
                throw isMailboxGone ? new MailboxUnavailableException("gone") : new IOException("cut");
            }
        };
        Assert.Equal(1, (await _host.RunAsync()).Sent);
        Assert.Empty(_host.Mailbox.Seen);
        Assert.Contains("1 mails could not be marked seen", Assert.Single(_host.MessagesAt(LogLevel.Warning)), StringComparison.Ordinal);

        _host.Mailbox.OnCommand = _ => { };
        Assert.Equal(1, (await _host.RunAsync()).Skipped);

        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.Single(_host.Target.Requests);
        Assert.Single(_host.Mailbox.Fetched);
        Assert.Equal(EmailStatus.Sent, (await _host.RecordOfAsync(mail)).Status);
    }

    [Fact]
    public async Task A_failing_batch_in_the_middle_of_a_cycle_spoils_no_mail()
    {
        var mails = Enumerable.Range(1, 60).Select(uid => _host.Mailbox.Add(Mails.Envelope((uint)uid))).ToList();
        _host.Mailbox.OnCommand = command =>
        {
            if (command == "mark seen")
            {
                throw new IOException("cut");
            }
        };

        Assert.Equal(60, (await _host.RunAsync()).Sent);

        foreach (var mail in mails)
        {
            Assert.Equal(EmailStatus.Sent, (await _host.RecordOfAsync(mail)).Status);
        }
    }

    [Fact]
    public async Task A_subject_group_is_remembered_on_success_and_only_then()
    {
        _host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        await _host.RunAsync();
        Assert.False(await _host.IsGroupDoneAsync("2026-11:lot_7"));

        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
        await _host.RunAsync();
        Assert.True(await _host.IsGroupDoneAsync("2026-11:lot_7"));
    }

    [Fact]
    public async Task Of_two_mails_of_one_group_in_one_cycle_the_second_is_set_aside()
    {
        _host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        var second = _host.Mailbox.Add(Mails.Envelope(2, "lot 7 bis"));

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1), (summary.Sent, summary.Skipped));
        Assert.Equal([1u], _host.Target.Uids);
        Assert.Equal(DecisionReason.GroupAlreadyProcessed, (await _host.RecordOfAsync(second)).Reason);
        Assert.Equal([1u, 2u], _host.Mailbox.Seen);
    }

    [Fact]
    public async Task A_crash_after_a_send_lets_no_other_mail_of_the_group_out()
    {
        var dies = true;
        await using var host = new PipelineHost(services => services.AddSingleton<IDedupStore>(provider =>
            new FragileDedupStore(ActivatorUtilities.CreateInstance<DedupStore>(provider), () => dies)));
        var first = host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        host.Mailbox.Add(Mails.Envelope(2, "Lot 7 bis"));
        await host.RunAsync();
        Assert.False(await host.IsDoneAsync(first));

        dies = false;
        host.Clock.AdvanceMinutes(1);
        await host.RunAsync();

        Assert.Equal([1u], host.Target.Uids);
        Assert.Equal([1u, 2u], host.Mailbox.Seen.Order());
    }

    [Fact]
    public async Task Groups_are_scoped_by_the_month_of_the_polling_time_zone()
    {
        _host.Clock.Reset(Instant.FromUtc(2026, 11, 30, 22, 59));
        _host.Mailbox.Add(Mails.Envelope(1, "Lot 7"));
        await _host.RunAsync();

        _host.Clock.Reset(Instant.FromUtc(2026, 11, 30, 23, 0));
        _host.Mailbox.Add(Mails.Envelope(2, "Lot 7"));
        Assert.Equal(1, (await _host.RunAsync()).Sent);
        Assert.True(await _host.IsGroupDoneAsync("2026-12:lot_7"));
    }

    [Fact]
    public async Task A_mail_that_is_left_is_neither_remembered_nor_seen()
    {
        _host.Settings = _host.Settings with { Webhooks = _host.Settings.Webhooks with { SendingEnabled = false } };
        var mail = _host.Mailbox.Add(Mails.Envelope());

        Assert.Equal(1, (await _host.RunAsync()).Left);

        Assert.False(await _host.IsDoneAsync(mail));
        Assert.Empty(_host.Mailbox.Seen);
        Assert.Empty(_host.Target.Requests);
    }

    [Fact]
    public async Task A_stranger_s_mail_and_a_reply_cost_no_body()
    {
        _host.Settings = _host.Settings with { Polling = new PollingSettings { Senders = [Mails.Sender] } };
        _host.Mailbox.Add(Mails.Envelope(1, sender: "fremd@example.test"));
        _host.Mailbox.Add(Mails.Envelope(2, "Re: Bonjour"));

        var summary = await _host.RunAsync();

        Assert.Equal((1, 1), (summary.Left, summary.Skipped));
        Assert.Empty(_host.Mailbox.Fetched);
        Assert.Equal([2u], _host.Mailbox.Seen);
    }

    [Fact]
    public async Task Mails_are_marked_seen_in_batches_of_fifty_and_at_the_end()
    {
        for (var uid = 1u; uid <= 120; uid++)
        {
            _host.Mailbox.Add(Mails.Envelope(uid));
        }

        await _host.RunAsync();

        Assert.Equal([50, 50, 20], _host.Mailbox.SeenBatches);
    }

    [Fact]
    public async Task Nothing_to_mark_is_no_command()
    {
        await _host.RunAsync();

        Assert.Empty(_host.Mailbox.SeenBatches);
    }
}
