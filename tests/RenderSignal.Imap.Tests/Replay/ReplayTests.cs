using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>A mail is sent by hand, over a Dovecot and a real receiver.</summary>
public sealed class ReplayTests(Servers servers) : IClassFixture<Servers>
{
    private static readonly string Urgent = Mails.Plain(
        "=?utf-8?Q?M=C3=A9dia?= Solution - Missions Recadrage - Lot 12 - urgence", "Bonjour\nhttps://www.dropbox.com/scl/fo/abc");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_was_sent_is_sent_again_with_the_same_id_and_the_same_text_whatever_the_time()
    {
        await using var bench = await OverAsync(Urgent, settings => settings with
        {
            Webhooks = settings.Webhooks with { Window = new TimeWindow("10h00", "12h00") },
        });
        var answer = new TaskCompletionSource();
        servers.Receiver.Script(Answer.Success.After(answer.Task));
        var cycle = bench.RunCycleAsync();
        await servers.Receiver.WaitForAsync(1, cancellationToken: Token);
        bench.Clock.Advance(Duration.FromMinutes(7)); // the receiver takes its time
        answer.SetResult();
        Assert.Equal(1, (await cycle).Sent);
        bench.Clock.Advance(Duration.FromHours(30));

        var result = await ReplayAsync(bench);

        Assert.Equal(ReplayStatus.Sent, result.Status);
        var requests = servers.Receiver.Requests;
        Assert.Equal(2, requests.Count);
        Assert.Contains("\"delivery_time\":\"12h00\"", requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"webhooks_time_start\":\"maintenant\"", requests[0].Body, StringComparison.Ordinal);
        Assert.Equal(requests[0].Body, requests[1].Body);
        Assert.Equal(requests[0].Headers["webhook-id"], requests[1].Headers["webhook-id"]);
        Assert.Equal((EmailStatus.Sent, 2), (result.Email?.Status, result.Email?.Log.Count));
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_that_was_refused_and_is_accepted_now_is_seen_and_sent_and_not_met_again()
    {
        await using var bench = await OverAsync(Mails.Plain("refused"));
        servers.Receiver.Script(new Answer(400, "no"), Answer.Success);
        Assert.Equal(1, (await bench.RunCycleAsync()).Failed);
        Assert.NotNull(bench.Get<PollActivity>().Current.WaitingSince);

        var result = await ReplayAsync(bench);

        Assert.Equal((ReplayStatus.Sent, EmailStatus.Sent, "sent by hand"), (result.Status, result.Email?.Status, result.Email?.Detail));
        Assert.True(Assert.Single(await servers.Dovecot.FlagsAsync(Token)).Seen);
        Assert.Single(servers.Receiver.Requests.Select(request => request.Headers["webhook-id"]).Distinct());
        Assert.Equal(ComponentState.Working, bench.Get<ComponentBoard>().Find(ComponentNames.Receiver)?.State);
        Assert.Equal(0, (await bench.RunCycleAsync()).Seen);
        Assert.Null(bench.Get<PollActivity>().Current.WaitingSince);
    }

    [Fact]
    public async Task A_replay_that_is_refused_leaves_what_was()
    {
        await using var bench = await OverAsync(Mails.Plain("sent"));
        servers.Receiver.Script(Answer.Success, new Answer(500, "boom"));
        await bench.RunCycleAsync();

        var result = await ReplayAsync(bench);

        Assert.Equal((ReplayStatus.Refused, EmailStatus.Sent, 2), (result.Status, result.Email?.Status, result.Email?.Log.Count));
        Assert.Contains("boom", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_was_deleted_or_moved_meanwhile_is_gone(bool isMoved)
    {
        await using var bench = await OverAsync(Mails.Plain("gone"));
        await bench.RunCycleAsync();
        var uid = (await servers.Dovecot.FlagsAsync(Token))[0].Uid;
        await (isMoved ? servers.Dovecot.MoveAsync(uid, "Archive", Token) : servers.Dovecot.DeleteAsync(uid, Token));

        Assert.Equal(ReplayStatus.Gone, (await ReplayAsync(bench)).Status);
        Assert.Single(servers.Receiver.Requests);
    }

    [Fact]
    public async Task A_mailbox_that_is_away_is_told_in_words()
    {
        await using var dovecot = await DovecotServer.StartAsync(Token);
        await servers.ResetAsync();
        await dovecot.DeliverAsync(Mails.Plain("away"), Token);
        await using var bench = Bench.Over(dovecot, Bench.SendAll(servers.Receiver));
        await bench.RunCycleAsync();
        await dovecot.StopAsync();

        var result = await ReplayAsync(bench);

        Assert.Equal(ReplayStatus.Unreadable, result.Status);
        Assert.Contains("cannot be reached", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_cycle_hangs_in_a_slow_receiver_it_is_busy_and_nothing_is_sent_twice()
    {
        var time = new ObservedTime();
        var answer = new TaskCompletionSource();
        await using var bench = await OverAsync(Mails.Plain("slow"), services: services => services.AddSingleton<TimeProvider>(time));
        var cycle = await BeginSlowCycleAsync(bench, answer.Task);

        var replay = ReplayAsync(bench);
        await time.PassAsync(TimeSpan.FromSeconds(15), Token);

        Assert.Equal(ReplayStatus.Busy, (await replay).Status);
        answer.SetResult();
        Assert.Equal(1, (await cycle).Sent);
        Assert.Equal(2, servers.Receiver.Requests.Count);
    }

    [Fact]
    public async Task A_mail_that_a_cycle_sends_while_its_replay_waits_is_not_sent_again()
    {
        var time = new ObservedTime();
        var answer = new TaskCompletionSource();
        await using var bench = await OverAsync(Mails.Plain("slow"), services: services => services.AddSingleton<TimeProvider>(time));
        var cycle = await BeginSlowCycleAsync(bench, answer.Task);
        var replay = ReplayAsync(bench);
        await time.BeginsAsync(TimeSpan.FromSeconds(15), Token);

        answer.SetResult();

        Assert.Equal((ReplayStatus.Sent, EmailStatus.Sent), await replay is var result ? (result.Status, result.Email?.Status) : default);
        Assert.Equal(1, (await cycle).Sent);
        Assert.Equal(2, servers.Receiver.Requests.Count);
    }

    /// <summary>A cycle that sends a mail which was refused once, and has its answer when the test says so.</summary>
    private async Task<Task<CycleSummary>> BeginSlowCycleAsync(Bench bench, Task answer)
    {
        servers.Receiver.Script(new Answer(400, "no"), Answer.Success.After(answer));
        await bench.RunCycleAsync();
        var cycle = bench.RunCycleAsync();
        await servers.Receiver.WaitForAsync(2, cancellationToken: Token);
        return cycle;
    }

    private static async Task<ReplayResult> ReplayAsync(Bench bench)
    {
        var record = Assert.Single(await bench.LedgerAsync());
        return await bench.Get<IEmailReplayer>().ReplayAsync(record.Id, Token);
    }

    private async Task<Bench> OverAsync(
        string mail, Func<RenderSignalSettings, RenderSignalSettings>? change = null, Action<IServiceCollection>? services = null)
    {
        await servers.ResetAsync();
        await servers.Dovecot.DeliverAsync(mail, Token);
        var settings = Bench.SendAll(servers.Receiver);
        return Bench.Over(servers.Dovecot, change?.Invoke(settings) ?? settings, services: services);
    }
}
