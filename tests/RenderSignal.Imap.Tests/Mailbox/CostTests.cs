using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>What a cycle costs: octets and round trips.</summary>
public sealed class CostTests(Servers servers) : IClassFixture<Servers>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Attachments_of_2_MB_cost_nothing()
    {
        var without = await CostOfAsync(n => Mails.WithAttachment($"mail {n}", "Bonjour", 1000));
        var with = await CostOfAsync(n => Mails.WithAttachment($"mail {n}", "Bonjour", 2 * Megabyte));
        Assert.InRange(with, without - 200, without + 200);
        Assert.InRange(with, 1_000, 30_000);
    }

    [Fact]
    public async Task Attachments_of_2_MB_cost_nothing_over_tls_from_dovecot()
    {
        var without = await CostOverTlsAsync(1000);
        var with = await CostOverTlsAsync(2 * Megabyte);
        Assert.InRange(with, without - 1000, without + 1000);
    }

    [Fact]
    public async Task What_the_gate_decides_costs_no_text()
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        var settings = Bench.SendAll(servers.Receiver);
        settings = settings with
        {
            Polling = settings.Polling with { Senders = ["anne@partner.test"] },
            Preferences = settings.Preferences with { MaxEmailSizeMb = 1 },
        };
        await using var bench = Bench.Over(server, settings);
        server.Deliver(Mails.Plain("known"));
        await bench.RunCycleAsync();
        Assert.Single(Texts(server));

        server.Deliver(Mails.Plain("known"));
        server.Deliver(Mails.Plain("stranger", from: "somebody@else.test"));
        server.Deliver(Mails.Plain("Re: reply"));
        server.Deliver(Mails.WithAttachment("too large", "Bonjour", 2 * Megabyte));
        var before = server.BytesSent;
        var summary = await bench.RunCycleAsync();

        Assert.Equal((4, 0, 3, 1), (summary.Seen, summary.Sent, summary.Skipped, summary.Left));
        Assert.Single(Texts(server));
        Assert.InRange(server.BytesSent - before, 500, 6_000);
        Assert.DoesNotContain(server.CommandsReceived, command => command.Arguments.Contains("BODY[", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hundred_times_the_mails_cost_hardly_more_round_trips()
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        await using var bench = Bench.Over(server, new RenderSignalSettings { Polling = new PollingSettings { Senders = ["nobody@partner.test"] } });
        for (var n = 0; n < 500; n++)
        {
            server.Deliver(Mails.Plain($"mail {n}"));
        }

        Assert.Equal(500, (await bench.RunCycleAsync()).Left);
        // CAPABILITY, AUTHENTICATE, CAPABILITY, LIST, SELECT and their like; SEARCH; one FETCH for 256 mails.
        Assert.InRange(server.CommandsReceived.Count, 4, 12);
        Assert.Equal(2, server.CommandsReceived.Count(command => command.Name == "UID FETCH"));

        var (commands, octets) = (server.CommandsReceived.Count, server.BytesSent);
        server.Deliver(Mails.Plain("new"));
        Assert.Equal(501, (await bench.RunCycleAsync()).Left);
        Assert.Equal(["NOOP", "UID SEARCH", "UID FETCH"], server.CommandsReceived.Skip(commands).Select(command => command.Name));
        Assert.InRange(server.BytesSent - octets, 100, 4_000);
    }

    [Fact]
    public async Task Mails_are_marked_seen_in_batches()
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        await using var bench = Bench.Over(server);
        for (var n = 0; n < 120; n++)
        {
            server.Deliver(Mails.Plain($"Re: {n}"));
        }

        await bench.RunCycleAsync();

        Assert.All(server.Mails, mail => Assert.True(mail.Seen));
        Assert.Equal(3, server.CommandsReceived.Count(command => command.Name == "UID STORE"));
    }

    [Fact]
    public async Task A_mail_with_more_text_than_allowed_costs_none_of_it_and_says_so()
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        await using var bench = Bench.Over(server, Bench.SendAll(servers.Receiver), imap => imap.MaxTextMb = 1);
        server.Deliver(Mails.Plain("huge", Mails.Lines(2 * Megabyte)));

        Assert.Equal(1, (await bench.RunCycleAsync()).Failed);

        Assert.Empty(Texts(server));
        Assert.Contains("IMAP_MAX_TEXT_MB=1", Assert.Single(await bench.LedgerAsync()).Detail, StringComparison.Ordinal);
    }

    private async Task<long> CostOfAsync(Func<int, string> mail)
    {
        await using var server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        await using var bench = Bench.Over(server, Bench.SendAll(servers.Receiver));
        for (var n = 0; n < 5; n++)
        {
            server.Deliver(mail(n));
        }

        Assert.Equal(5, (await bench.RunCycleAsync()).Sent);
        return server.BytesSent;
    }

    private async Task<long> CostOverTlsAsync(int attachment)
    {
        await servers.ResetAsync();
        for (var n = 0; n < 5; n++)
        {
            await servers.Dovecot.DeliverAsync(Mails.WithAttachment($"mail {n}", "Bonjour", attachment), TestContext.Current.CancellationToken);
        }

        await using var proxy = new TcpProxy(servers.Dovecot.TlsPort);
        await using (var bench = Bench.Over(servers.Dovecot, Bench.SendAll(servers.Receiver), imap => imap.Port = proxy.Port))
        {
            Assert.Equal(5, (await bench.RunCycleAsync()).Sent);
        }

        return proxy.BytesFromServer;
    }

    private static IEnumerable<ImapCommand> Texts(ScriptedImapServer server) => server.CommandsReceived.Where(
        command => command.Name == "UID FETCH" && !command.Arguments.Contains("BODYSTRUCTURE", StringComparison.Ordinal));
}
