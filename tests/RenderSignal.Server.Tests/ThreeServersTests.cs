using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>The script that starts three servers over one Redis, as a newcomer runs it.</summary>
public sealed partial class ThreeServersTests
{
    [Fact]
    public async Task The_script_starts_three_servers_of_which_one_sends_and_ends_all_of_them()
    {
        // A Redis that has just been started has the servers wait as long as a lease.
        await using var script = SampleServer.StartThree(new Dictionary<string, string> { ["RENDERSIGNAL_REDIS_LEASE_SECONDS"] = "5" });
        try
        {
            await script.WaitForLineAsync("of server 3");
            var servers = script.Lines.Select(line => Invitation().Match(line)).Where(match => match.Success).ToList();
            Assert.Equal(["1", "2", "3"], servers.Select(server => server.Groups["number"].Value));
            foreach (var server in servers)
            {
                Assert.Equal(HttpStatusCode.Redirect, await SignIn.PostAsync(server.Groups["address"].Value, "demo", server.Groups["password"].Value));
            }

            var sent = (await script.WaitForLineAsync("  Sent: 'Livraison "))[..3];
            Assert.Equal(sent, (await script.WaitForLineAsync("  BG_POLLER: Singleton lock acquired"))[..3]);
            await script.WaitForLineAsync("[receiver] Livraison ");

            script.Terminate();
            Assert.Equal(0, await script.WaitForExitAsync());
            Assert.DoesNotContain(servers, server => LinuxProcess.IsRunning(int.Parse(server.Groups["process"].Value, CultureInfo.InvariantCulture)));
        }
        finally
        {
            // Killed, it would leave behind what it started.
            script.Terminate();
            await script.WaitForExitAsync();
        }
    }

    [GeneratedRegex("^Dashboard: (?<address>http://127[.]0[.]0[.]1:[0-9]+) [(]user demo, password (?<password>[a-z0-9]+)[)] of server (?<number>[0-9]), process (?<process>[0-9]+)$")]
    private static partial Regex Invitation();
}
