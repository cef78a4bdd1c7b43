using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>A real server that goes and comes back.</summary>
public sealed class RestartTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task A_restart_between_two_cycles_is_no_news()
    {
        await servers.ResetAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var bench = Bench.Over(servers.Dovecot, Bench.SendAll(servers.Receiver));
        await bench.RunCycleAsync();
        await servers.Dovecot.RestartAsync(cancellationToken);
        await servers.Dovecot.DeliverAsync(Mails.Plain("later"), cancellationToken);

        Assert.Equal(1, (await bench.RunCycleAsync()).Sent);
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_restart_within_a_cycle_costs_no_mail()
    {
        await servers.ResetAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        foreach (var subject in new[] { "one", "two", "three" })
        {
            await servers.Dovecot.DeliverAsync(Mails.Plain(subject), cancellationToken);
        }

        var restarted = new TaskCompletionSource();
        servers.Receiver.Script(Answer.Success, Answer.Success.After(restarted.Task), Answer.Success);
        await using var bench = Bench.Over(servers.Dovecot, Bench.SendAll(servers.Receiver));
        var cycle = bench.RunCycleAsync();
        await servers.Receiver.WaitForAsync(2, cancellationToken: cancellationToken);
        await servers.Dovecot.RestartAsync(cancellationToken);
        restarted.SetResult();

        Assert.Equal(3, (await cycle).Sent);
        Assert.All(await servers.Dovecot.FlagsAsync(cancellationToken), mail => Assert.True(mail.Seen));
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_server_that_is_gone_for_a_cycle_loses_nothing()
    {
        await servers.ResetAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        await servers.Dovecot.DeliverAsync(Mails.Plain("one"), cancellationToken);
        await using var bench = Bench.Over(servers.Dovecot, Bench.SendAll(servers.Receiver));
        await servers.Dovecot.StopAsync();
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => bench.RunCycleAsync());
        await servers.Dovecot.StartAgainAsync(cancellationToken);

        Assert.Equal(1, (await bench.RunCycleAsync()).Sent);
    }
}
