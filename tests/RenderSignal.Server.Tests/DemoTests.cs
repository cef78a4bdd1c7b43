using System.Diagnostics;
using System.Net;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task Without_settings_the_demo_shows_each_kind_of_outcome()
    {
        var started = Stopwatch.StartNew();
        await using var server = SampleServer.Start(new Dictionary<string, string>());

        await server.WaitForLineAsync("Sent: ");
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        foreach (var outcome in new[] { "Marked seen: ", "Skipped: ", "Failed: ", "Left: ", "cannot be fetched", "the hourly limit is reached" })
        {
            await server.WaitForLineAsync(outcome);
        }

        var invitation = await server.WaitForLineAsync("Dashboard: ");
        Assert.Matches("^Dashboard: http://127[.]0[.]0[.]1:[0-9]+ [(]user demo, password [a-z0-9]{12}[)]$", invitation);
        Assert.Equal(invitation, server.Lines[^1]);
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(45));
        server.Terminate();
        Assert.Equal(0, await server.WaitForExitAsync());
    }

    [Fact]
    public async Task The_demo_says_where_its_dashboard_is_and_how_to_get_in()
    {
        await using var server = SampleServer.Start(new Dictionary<string, string>());

        var words = (await server.WaitForLineAsync("Dashboard: ")).Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Dashboard:", "user", "demo", "password"], [words[0], words[2], words[3], words[4]]);
        Assert.Equal(HttpStatusCode.Redirect, await SignIn.PostAsync(words[1], "demo", words[5]));
        Assert.Equal(HttpStatusCode.OK, await SignIn.PostAsync(words[1], "demo", "demo"));
        server.Terminate();
        Assert.Equal(0, await server.WaitForExitAsync());
    }
}
