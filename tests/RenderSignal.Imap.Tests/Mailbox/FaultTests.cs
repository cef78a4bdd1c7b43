using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RenderSignal.TestKit;
using static RenderSignal.Imap.Tests.ScriptedFaults;

namespace RenderSignal.Imap.Tests;

/// <summary>A server that refuses, cuts, lies and hangs: neither the cycle nor the next one stops for one mail.</summary>
public sealed class FaultTests : ScriptedServerTests
{
    public static TheoryData<string> Faults => [.. ScriptedFaults.Names];

    [Theory, MemberData(nameof(Faults))]
    public async Task A_mail_whose_headers_cannot_be_had_is_put_off_and_all_others_are_sent(string fault)
    {
        Server.OnCommand = command => IsHeaders(command) && Covers(command, 3) ? Reply(fault) : null;

        await AssertOthersAreSentAsync("uid:1:3");
    }

    // A text has no structure. Of one that is announced too short nobody can tell; one announced too long swallows what follows it.
    public static TheoryData<string> TellingFaults => [.. ScriptedFaults.Names.Where(fault => fault is not ("a literal too short" or "a deep structure"))];

    [Theory, MemberData(nameof(TellingFaults))]
    public async Task A_mail_whose_text_cannot_be_had_is_put_off_and_all_others_are_sent(string fault)
    {
        Server.OnCommand = command => IsText(command) && Covers(command, 3) ? Reply(fault) : null;

        await AssertOthersAreSentAsync(null);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_fault_that_comes_once_with_the_listing_costs_no_mail(string fault)
    {
        var isOver = false;
        Server.OnCommand = command => !isOver && IsHeaders(command) && (isOver = true) ? Reply(fault) : null;

        Assert.Equal(All.Length, (await Whole.RunCycleAsync()).Sent);
        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut within the reply")]
    [InlineData("nonsense")]
    [InlineData("hang")]
    public async Task A_connection_that_breaks_once_over_a_text_is_rebuilt_and_the_mail_is_sent(string fault)
    {
        var isOver = false;
        Server.OnCommand = command => !isOver && IsText(command) && (isOver = true) ? Reply(fault) : null;

        Assert.Equal(All.Length, (await Whole.RunCycleAsync()).Sent);
        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));
        Whole.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Many_mails_that_cut_the_connection_hold_up_the_others_for_a_few_cycles_at_the_most()
    {
        for (var n = 0; n < 35; n++)
        {
            Server.Deliver(Mails.Plain($"more {n}"));
        }

        // 1 to 30 cannot be had, 31 to 40 can.
        Server.OnCommand = command => IsHeaders(command) && Enumerable.Range(1, 30).Any(uid => Covers(command, (uint)uid)) ? ScriptedReply.Cut : null;
        var sent = 0;
        for (var cycle = 0; cycle < 6 && sent < 10; cycle++)
        {
            sent += (await Whole.RunCycleAsync()).Sent;
        }

        Assert.Equal(10, sent);
    }

    [Fact]
    public async Task A_bad_mail_is_tried_again_less_and_less_often_and_sent_when_it_can_be_read()
    {
        Server.OnCommand = command => IsText(command) && Covers(command, 3) ? ScriptedReply.No("broken") : null;
        var pauses = new List<Duration>();
        await Whole.RunCycleAsync();
        for (var n = 0; n < 12; n++)
        {
            var pause = (await Whole.Get<IRetryStore>().FindAsync("uid:1:3", TestContext.Current.CancellationToken))!.NotBefore - Whole.Clock.GetCurrentInstant();
            pauses.Add(pause);
            Whole.Clock.Advance(pause - Duration.FromSeconds(1));
            Assert.Equal(0, (await Whole.RunCycleAsync()).Failed);
            Whole.Clock.Advance(Duration.FromSeconds(1));
            Assert.Equal(1, (await Whole.RunCycleAsync()).Failed);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360], pauses.Select(pause => pause.TotalMinutes));

        Server.OnCommand = null;
        Whole.Clock.Advance(Duration.FromHours(6));
        Assert.Equal(1, (await Whole.RunCycleAsync()).Sent);
        Assert.Null(await Whole.Get<IRetryStore>().FindAsync("uid:1:3", TestContext.Current.CancellationToken));
        Assert.All(await Whole.LedgerAsync(), record => Assert.Equal(EmailStatus.Sent, record.Status));
    }

    [Fact]
    public async Task Connections_that_die_between_two_cycles_are_no_news()
    {
        await Whole.RunCycleAsync();
        Server.DropConnections();
        Server.Deliver(Mails.Plain("later"));

        Assert.Equal(1, (await Whole.RunCycleAsync()).Sent);
        Whole.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_connection_that_has_fallen_silent_between_two_cycles_is_replaced()
    {
        await Whole.RunCycleAsync();
        Server.Once("NOOP", ScriptedReply.Hang);
        Server.Deliver(Mails.Plain("later"));

        Assert.Equal(1, (await Whole.RunCycleAsync()).Sent);
        Whole.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_detector_that_fails_on_one_mail_has_it_put_off_longer_each_time_and_the_others_sent()
    {
        await using var bench = Bench.Over(Server, Bench.SendAll(Receiver), services: services => services.AddSingleton<IEmailDetector>(
            new Probe(content => _ = content.Contains("poison", StringComparison.Ordinal) ? throw new TaskCanceledException("a time-out of its own") : 0)));
        var uid = Server.Deliver(Mails.Plain("bad", "poison"));
        Server.Deliver(Mails.Plain("behind"));

        Assert.Equal((All.Length + 1, 1), await RunAsync());
        var retries = bench.Get<IRetryStore>();
        for (var failures = 1; failures < 4; failures++)
        {
            var state = await retries.FindAsync($"uid:1:{uid}", TestContext.Current.CancellationToken);
            Assert.Equal(failures, state?.Failures);
            bench.Clock.Reset(state!.NotBefore);
            Assert.Equal((0, 1), await RunAsync());
        }

        async Task<(int Sent, int Failed)> RunAsync()
        {
            var summary = await bench.RunCycleAsync();
            return (summary.Sent, summary.Failed);
        }
    }

    [Fact]
    public async Task A_new_uid_validity_makes_all_mails_new_and_sends_none_twice()
    {
        Server.OnCommand = command => command.Name == "UID STORE" ? ScriptedReply.No("not now") : null;
        await Whole.RunCycleAsync();
        Server.UidValidity = 2;
        Server.OnCommand = null;
        Server.DropConnections();

        var second = await Whole.RunCycleAsync();

        Assert.Equal((All.Length, 0), (second.Seen, second.Sent));
        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));
    }

    [Fact]
    public async Task A_uid_validity_that_changes_within_a_cycle_ends_it_and_marks_no_wrong_mail()
    {
        var isOver = false;
        Server.OnCommand = command =>
        {
            if (isOver || !IsText(command) || !Covers(command, 3))
            {
                return null;
            }

            isOver = true;
            Server.UidValidity = 2;
            return ScriptedReply.Cut;
        };

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => Whole.RunCycleAsync());
        Assert.All(Server.Mails, mail => Assert.False(mail.Seen));

        await Whole.RunCycleAsync();
        Assert.Equal(All.Length, Receiver.Requests.Count);
        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));
    }

    [Fact]
    public async Task AServer_that_goes_away_within_a_cycle_is_no_fault_of_the_mail_in_hand()
    {
        Server.OnCommand = command => IsText(command) && Covers(command, 3) ? TurnAway() : null;

        await Assert.ThrowsAsync<MailboxAuthenticationException>(() => Whole.RunCycleAsync());
        Assert.Null(await Whole.Get<IRetryStore>().FindAsync("uid:1:3", TestContext.Current.CancellationToken));

        (Server.OnCommand, Server.RefuseLogins) = (null, false);
        Assert.Equal(3, (await Whole.RunCycleAsync()).Sent);
        Assert.Equal(All.Length, Receiver.Requests.Count);
        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));

        ScriptedReply TurnAway()
        {
            Server.RefuseLogins = true;
            return ScriptedReply.Cut;
        }
    }

    [Fact]
    public async Task AServer_that_closes_every_new_connection_within_a_cycle_is_no_fault_of_the_mail_in_hand()
    {
        var isAway = false;
        Server.OnCommand = command => isAway || (IsText(command) && Covers(command, 3) && (isAway = true)) ? ScriptedReply.Cut : null;

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => Whole.RunCycleAsync());

        Assert.Null(await Whole.Get<IRetryStore>().FindAsync("uid:1:3", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_aServer_tells_unasked_is_no_mail()
    {
        Server.OnCommand = command => IsHeaders(command) ? ScriptedReply.Lie(reply => $"* 2 FETCH (FLAGS (\\Flagged))\r\n{reply}") : null;

        Assert.Equal(All.Length, (await Whole.RunCycleAsync()).Sent);
        Assert.Equal(All.Length, (await Whole.LedgerAsync()).Count);
    }

    [Fact]
    public async Task An_unreadable_listing_is_the_mailbox_s_fault()
    {
        Server.OnCommand = command => command.Name == "UID SEARCH" ? ScriptedReply.No("index corrupt") : null;
        var exception = await Assert.ThrowsAsync<MailboxUnavailableException>(() => Whole.RunCycleAsync());
        Assert.Contains("index corrupt", exception.Message, StringComparison.Ordinal);
    }

    private async Task AssertOthersAreSentAsync(string? ledgerId)
    {
        var summary = await Whole.RunCycleAsync();

        Assert.Equal((4, 1), (summary.Sent, summary.Failed));
        Assert.Equal(["one", "two", "four", "five"], Receiver.Requests.Select(request => (string?)request.Json?["subject"]));
        Assert.Equal([true, true, false, true, true], Server.Mails.Select(mail => mail.Seen));
        var bad = Assert.Single(await Whole.LedgerAsync(), record => record.Status != EmailStatus.Sent);
        Assert.Equal((EmailStatus.Failed, DecisionReason.Unreadable), (bad.Status, bad.Reason));
        Assert.False(string.IsNullOrEmpty(bad.Detail));
        Assert.True(ledgerId is null || bad.Id == ledgerId);

        Server.OnCommand = null;
        Server.Deliver(Mails.Plain("six"));
        Assert.Equal(1, (await Whole.RunCycleAsync()).Sent);
        Whole.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, (await Whole.RunCycleAsync()).Sent);
        Assert.Equal("three", (string?)Receiver.Requests[^1].Json?["subject"]);
        Assert.All(Server.Mails, mail => Assert.True(mail.Seen));
    }
}
