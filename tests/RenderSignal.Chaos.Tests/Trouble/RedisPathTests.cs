namespace RenderSignal.Chaos.Tests;

public sealed class RedisPathTests : TroubleTest
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastsFor = TimeSpan.FromSeconds(20);

    /// <summary>A few requests, none of which may wait for Redis; less on a machine that has nothing else to do.</summary>
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_Redis_that_is_slow_by_2_s_a_command_is_waited_for_without_wavering()
    {
        await using var cluster = await StartAsync(Plan with { IsBehindProxies = true, RedisTimeoutMs = 1000 });
        var poller = cluster.Servers[0];
        var began = cluster.Journal.Elapsed;
        foreach (var server in Pair(cluster))
        {
            server.Proxy.Delay = Slowness;
        }

        Assert.Equal(poller.Name, (await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        await cluster.Journal.WaitForLineAsync(poller.Name, "The right to poll is lost", began, Patience, Token);
        await DeliverInVainAsync(cluster);
        var slowest = TimeSpan.Zero;
        while (cluster.Journal.Elapsed < began + LastsFor)
        {
            foreach (var server in Pair(cluster))
            {
                var asked = cluster.Journal.Elapsed;
                await ServesAsync(cluster, server);
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, (cluster.Journal.Elapsed - asked).Ticks));
                await TellsOfRedisAsync(server, "is away");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, Token);
        }

        foreach (var server in Pair(cluster))
        {
            server.Proxy.Delay = TimeSpan.Zero;
        }

        Assert.True(await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], Patience, Token));
        await WarnedOnceEachWayAsync(cluster, began);
        foreach (var server in Pair(cluster))
        {
            await ListsAsSentAsync(server, [.. cluster.Mails.Keys]);
        }

        Assert.InRange(slowest, TimeSpan.Zero, Promptly);
        await RedisKnowsEverythingAsync(cluster);
    }

    [Fact]
    public async Task A_server_that_is_cut_off_from_Redis_stops_before_another_one_begins()
    {
        await using var cluster = await StartAsync(Plan with { IsBehindProxies = true });
        var (cutOff, next) = (cluster.Servers[0], cluster.Servers[1]);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var mails = DeliverUntilAsync(cluster, enough.Token);
        var cut = cluster.Journal.Elapsed;
        cutOff.Proxy.Cut();

        await cluster.Journal.WaitForTakingAsync(cut, Patience, Token);
        await enough.CancelAsync();
        await mails;
        await cluster.DeliverAndWaitAsync(Patience, Token);
        Assert.True(await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], Patience, Token));
        Assert.Equal(0, await cluster.WaitUntilSeenAsync(Patience, Token));

        var after = cluster.Receiver.Deliveries.Where(delivery => delivery.EndedAt > cut).ToLookup(delivery => delivery.Sender);
        Assert.NotEmpty(after[cutOff.Name]);
        Assert.NotEmpty(after[next.Name]);
        Assert.True(
            after[cutOff.Name].Max(delivery => delivery.EndedAt) < after[next.Name].Min(delivery => delivery.BeganAt),
            string.Join('\n', cluster.Receiver.Deliveries));
        EachWasSentOnce(cluster);
        await TellsOfRedisAsync(cutOff, "is away");

        cutOff.Proxy.Mend();

        await cluster.Journal.WaitForLineAsync(cutOff.Name, "[5003]", cut, Patience, Token);
        await WarnedOnceEachWayAsync(cluster, cut, mayBeMissed: true);
        Assert.Empty(cluster.Journal.Warnings(next.Name, cut));
        await ListsAsSentAsync(next, [.. cluster.Mails.Keys]);
        await RedisKnowsEverythingAsync(cluster);
    }

    private static async Task DeliverUntilAsync(Cluster cluster, CancellationToken enough)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!enough.IsCancellationRequested)
        {
            await cluster.DeliverAsync(1, Token);
            await Task.Delay(pause, TimeProvider.System, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
