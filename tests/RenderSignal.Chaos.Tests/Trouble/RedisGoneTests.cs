namespace RenderSignal.Chaos.Tests;

public sealed class RedisGoneTests : TroubleTest
{
    [Fact]
    public async Task Servers_that_start_without_Redis_serve_and_one_sends_what_waited_once_it_is_there()
    {
        await using var cluster = await PrepareAsync(Plan);
        await cluster.Redis.StopAsync();
        await cluster.DeliverAsync(3, Token);
        foreach (var server in Pair(cluster))
        {
            server.Start();
        }

        foreach (var server in Pair(cluster))
        {
            await ServesAsync(cluster, server);
            await cluster.Journal.WaitForLineAsync(server.Name, "This process waits for its turn to poll: Redis is away", TimeSpan.Zero, Patience, Token);
            await TellsOfRedisAsync(server, "is away");
        }

        await DeliverInVainAsync(cluster);
        Assert.Empty(cluster.Receiver.Deliveries);

        await cluster.Redis.StartAgainAsync(Token);

        Assert.True(await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], Patience, Token));
        await WarnedOnceEachWayAsync(cluster, TimeSpan.Zero);
        foreach (var server in Pair(cluster))
        {
            await ListsAsSentAsync(server, [.. cluster.Mails.Keys]);
        }

        EachWasSentOnce(cluster);
        Assert.Single(cluster.Journal.Takings);
    }

    [Fact]
    public async Task While_Redis_is_gone_the_lease_is_used_up_then_mails_wait_and_all_servers_know_of_all_afterwards()
    {
        await using var cluster = await StartAsync(Plan);
        var (poller, other) = (cluster.Servers[0], cluster.Servers[1]);
        var gone = cluster.Journal.Elapsed;
        await cluster.Redis.KillAsync();

        Assert.Equal(poller.Name, (await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        await cluster.Journal.WaitForLineAsync(poller.Name, "The right to poll is lost", gone, Patience, Token);
        await DeliverInVainAsync(cluster);
        foreach (var server in Pair(cluster))
        {
            await ServesAsync(cluster, server);
            await TellsOfRedisAsync(server, "is away");
        }

        await cluster.Redis.StartAgainAsync(Token);

        Assert.True(await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], Patience, Token));
        await WarnedOnceEachWayAsync(cluster, gone);
        await ListsAsSentAsync(other, [.. cluster.Mails.Keys]);
        await TheOtherSendsNothingTwiceAsync(cluster);
        await RedisKnowsEverythingAsync(cluster);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Redis_that_is_restarted_is_told_what_it_forgot_and_the_holder_of_the_lease_goes_on(bool keepsData)
    {
        await using var cluster = await StartAsync(Plan with { KeepsData = keepsData });
        var poller = cluster.Servers[0];
        var gone = cluster.Journal.Elapsed;
        await cluster.Redis.KillAsync();
        await cluster.Redis.StartAgainAsync(Token);

        Assert.Equal(poller.Name, (await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        await WarnedOnceEachWayAsync(cluster, gone, mayBeMissed: true);
        Assert.Equal(poller.Name, (await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        Assert.Single(cluster.Journal.Takings);
        foreach (var server in Pair(cluster))
        {
            await ListsAsSentAsync(server, [.. cluster.Mails.Keys]);
        }

        await TheOtherSendsNothingTwiceAsync(cluster);
        await RedisKnowsEverythingAsync(cluster);
    }
}
