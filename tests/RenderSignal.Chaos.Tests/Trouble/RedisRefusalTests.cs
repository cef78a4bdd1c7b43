namespace RenderSignal.Chaos.Tests;

public sealed class RedisRefusalTests : TroubleTest
{
    [Fact]
    public async Task A_Redis_that_has_become_a_replica_is_waited_for() => await RefusesAsync(
        redis => redis.AskAsync("REPLICAOF", redis.Host, $"{TestKit.FreePort.Next()}"),
        redis => redis.AskAsync("REPLICAOF", "NO", "ONE"));

    [Fact]
    public async Task A_Redis_that_has_no_memory_left_is_waited_for() => await RefusesAsync(
        redis => redis.AskAsync("CONFIG", "SET", "maxmemory", "1"),
        redis => redis.AskAsync("CONFIG", "SET", "maxmemory", "0"));

    private async Task RefusesAsync(Func<TestKit.RedisServer, Task> begin, Func<TestKit.RedisServer, Task> end)
    {
        await using var cluster = await StartAsync(Plan);
        var poller = cluster.Servers[0];
        var began = cluster.Journal.Elapsed;
        await begin(cluster.Redis);

        Assert.Equal(poller.Name, (await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        await cluster.Journal.WaitForLineAsync(poller.Name, "The right to poll is lost", began, Patience, Token);
        await DeliverInVainAsync(cluster);
        foreach (var server in Pair(cluster))
        {
            await ServesAsync(cluster, server);
            await TellsOfRedisAsync(server, "takes no writes");
        }

        await end(cluster.Redis);

        Assert.True(await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], Patience, Token));
        await WarnedOnceEachWayAsync(cluster, began);
        foreach (var server in Pair(cluster))
        {
            await ListsAsSentAsync(server, [.. cluster.Mails.Keys]);
        }

        await RedisKnowsEverythingAsync(cluster);
    }
}
