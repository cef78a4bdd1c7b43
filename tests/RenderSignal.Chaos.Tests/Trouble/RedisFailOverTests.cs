namespace RenderSignal.Chaos.Tests;

public sealed class RedisFailOverTests : TroubleTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_replica_takes_over_mails_go_on_and_none_is_sent_twice(bool isPromotedLate)
    {
        await using var cluster = await StartAsync(Plan with { HasReplica = true });
        var poller = cluster.Servers[0];
        var gone = cluster.Journal.Elapsed;
        await cluster.Redis.KillAsync();
        Assert.Equal(poller.Name, (await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        if (isPromotedLate)
        {
            await cluster.Journal.WaitForLineAsync(poller.Name, "The right to poll is lost", gone, Patience, Token);
            await DeliverInVainAsync(cluster);
        }

        await cluster.Replica!.AskAsync("REPLICAOF", "NO", "ONE");

        await cluster.DeliverAndWaitAsync(Patience, Token);
        await WarnedOnceEachWayAsync(cluster, gone, mayBeMissed: !isPromotedLate);
        foreach (var server in Pair(cluster))
        {
            await ListsAsSentAsync(server, [.. cluster.Mails.Keys]);
        }

        await RedisKnowsEverythingAsync(cluster);
    }
}
