using System.Diagnostics;
using System.Net;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>The sample server as its operator meets it, over a real mailbox and a real receiver.</summary>
public sealed class ServerTests(MailServers servers) : ServerTest(servers)
{
    [Fact]
    public async Task Once_runs_one_cycle_whatever_the_schedule_says_and_sums_it_up()
    {
        await DeliverAsync("lot@example.test", "Média Solution - Missions Recadrage - Lot 7", "à faire pour 9h https://fromsmash.com/a");
        await DeliverAsync("who@elsewhere.test", "Livraison", "https://fromsmash.com/b");
        await DeliverAsync("lot@example.test", "Re: Bonjour", "https://fromsmash.com/c");
        var variables = Variables();
        variables["SENDER_OF_INTEREST_FOR_POLLING"] = "lot@example.test";
        variables["POLLING_ACTIVE_START_HOUR"] = "5";
        variables["POLLING_ACTIVE_END_HOUR"] = "5";

        await using var server = SampleServer.Start(variables, "--once");

        Assert.Matches(@"^cycle: seen=3 sent=1 skipped=1 left=1 failed=0 ms=\d+$", await server.WaitForLineAsync("cycle:"));
        Assert.Equal(0, await server.WaitForExitAsync());
        Assert.Equal("09h00", (string?)Assert.Single(Servers.Receiver.Requests).Json!["delivery_time"]);
        Assert.Equal([true, false, true], (await Servers.Dovecot.FlagsAsync(TestContext.Current.CancellationToken)).Select(mail => mail.Seen));
    }

    [Fact]
    public async Task A_second_run_remembers_what_the_first_one_did()
    {
        var uid = await DeliverAsync("lot@example.test", "Livraison", "https://fromsmash.com/a");
        await using (var first = SampleServer.Start(Variables(), "--once"))
        {
            await first.WaitForLineAsync("sent=1");
            Assert.Equal(0, await first.WaitForExitAsync());
        }

        await Servers.Dovecot.SetUnseenAsync(uid, TestContext.Current.CancellationToken);
        await using var second = SampleServer.Start(Variables(), "--once");

        await second.WaitForLineAsync("cycle: seen=1 sent=0 skipped=1 left=0 failed=0");
        Assert.Single(Servers.Receiver.Requests);
    }

    [Fact]
    public async Task Once_with_a_mailbox_that_cannot_be_read_says_so_and_exits_with_1()
    {
        var variables = Variables();
        variables["IMAP_PORT"] = $"{FreePort.Next()}";

        await using var server = SampleServer.Start(variables, "--once");

        await server.WaitForLineAsync("cannot be reached");
        Assert.Equal(1, await server.WaitForExitAsync());
    }

    [Fact]
    public async Task All_missing_settings_are_named_with_their_variables()
    {
        await using var server = SampleServer.Start(new Dictionary<string, string> { ["ENABLE_BACKGROUND_TASKS"] = "true" });

        Assert.Equal(1, await server.WaitForExitAsync());
        foreach (var variable in new[] { "IMAP_SERVER", "EMAIL_ADDRESS", "EMAIL_PASSWORD" })
        {
            Assert.Contains(server.Lines, line => line.Contains($"{variable} is not set", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Variables_that_cannot_be_understood_are_named_all_at_once_whichever_package_reads_them()
    {
        var variables = Variables();
        (string Name, string Value)[] wrong =
        [
            ("POLLING_TIMEZONE", "Mars"), ("IMAP_PORT", "abc"), ("EMAIL_POLLING_INTERVAL_SECONDS", "0"), ("WEBHOOK_SIGNING_SECRETS", "whsec_%%"),
            ("MAKE_API_AUTH_TYPE", "Basic"), ("RENDERSIGNAL_REDIS_TIMEOUT_MS", "1"),
        ];
        foreach (var (name, value) in wrong)
        {
            variables[name] = value;
        }

        await using var server = SampleServer.Start(variables);

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.All(wrong, variable => Assert.Contains(server.Lines, line => line.Contains(variable.Name, StringComparison.Ordinal)));
        Assert.DoesNotContain(server.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AData_folder_that_cannot_be_used_is_told_even_when_no_mail_waits()
    {
        var variables = Variables();
        variables["RENDERSIGNAL_DATA"] = "/proc/nowhere";

        await using var server = SampleServer.Start(variables, "--once");

        await server.WaitForLineAsync("RENDERSIGNAL_DATA");
        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.DoesNotContain(server.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_over_http_is_accepted_on_loopback_only()
    {
        var variables = Variables();
        variables["WEBHOOK_URL"] = "http://hooks.example.test/secret-path";

        await using var server = SampleServer.Start(variables, "--once");

        Assert.Contains("loopback only", await server.WaitForLineAsync("WEBHOOK_URL is"), StringComparison.Ordinal);
        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.DoesNotContain(server.Lines, line => line.Contains("secret-path", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_server_polls_answers_health_and_ends_cleanly_on_SIGTERM()
    {
        await using var server = SampleServer.Start(Variables());
        await server.WaitForLineAsync("BG_POLLER: Singleton lock acquired");
        await server.WaitForLineAsync("HEARTBEAT: alive");

        await DeliverAsync("lot@example.test", "Livraison", "https://fromsmash.com/a");
        await Servers.Receiver.WaitForAsync(1, cancellationToken: TestContext.Current.CancellationToken);
        await server.WaitForLineAsync("Sent: 'Livraison'");
        using var http = new HttpClient();
        var health = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}/health"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("""{"status":"ok"}""", await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var stopping = Stopwatch.StartNew();
        server.Terminate();
        Assert.Equal(0, await server.WaitForExitAsync());
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        await server.WaitForLineAsync("PROCESS: SIGTERM received");
        Assert.True(Assert.Single(await Servers.Dovecot.FlagsAsync(TestContext.Current.CancellationToken)).Seen);
    }

    [Fact]
    public async Task SIGTERM_ends_a_cycle_that_waits_for_its_receiver_within_10_s()
    {
        Servers.Receiver.Script(Answer.Never);
        await DeliverAsync("lot@example.test", "Livraison", "https://fromsmash.com/a");
        await using var server = SampleServer.Start(Variables());
        await Servers.Receiver.WaitForAsync(1, cancellationToken: TestContext.Current.CancellationToken);

        var stopping = Stopwatch.StartNew();
        server.Terminate();

        Assert.Equal(0, await server.WaitForExitAsync());
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.False(Assert.Single(await Servers.Dovecot.FlagsAsync(TestContext.Current.CancellationToken)).Seen);
    }

    [Fact]
    public async Task A_processing_prefs_file_put_there_by_hand_is_obeyed_while_the_server_runs()
    {
        await using var server = SampleServer.Start(Variables());
        await server.WaitForLineAsync("Connected to");
        await File.WriteAllTextAsync(Data.File("processing_prefs.json"), """{"exclude_keywords": ["livraison"]}""", TestContext.Current.CancellationToken);

        await DeliverAsync("lot@example.test", "Livraison", "https://fromsmash.com/a");

        await server.WaitForLineAsync("Skipped: 'Livraison'");
        Assert.Empty(Servers.Receiver.Requests);
    }
}
