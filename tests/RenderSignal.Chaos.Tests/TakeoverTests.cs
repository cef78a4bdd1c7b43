namespace RenderSignal.Chaos.Tests;

/// <summary>Which of three servers sends what, when the one that polls ends, dies or stands still.</summary>
public sealed class TakeoverTests
{
    private const int WebhookTimeoutSeconds = 20;

    /// <summary>Far longer than anything here takes, and not what is asserted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_three_servers_one_delivers_each_mail_once()
    {
        await using var cluster = await Cluster.StartAsync(new ClusterPlan { WebhookTimeoutSeconds = WebhookTimeoutSeconds }, Token);

        var first = await cluster.DeliverAndWaitAsync(Patience, Token);
        var second = await cluster.DeliverAndWaitAsync(Patience, Token);
        var third = await cluster.DeliverAndWaitAsync(Patience, Token);

        Assert.Equal(0, await cluster.WaitUntilSeenAsync(Patience, Token));
        Assert.Equal([first, second, third], cluster.Receiver.Deliveries);
        Assert.Single(cluster.Receiver.Deliveries.Select(delivery => delivery.Sender).Distinct());
        Assert.Equal(3, cluster.Receiver.Deliveries.Select(delivery => delivery.Id).Distinct().Count());
    }

    [Fact]
    public async Task After_the_polling_server_is_killed_another_delivers_within_15_s()
    {
        await using var cluster = await Cluster.StartAsync(new ClusterPlan { WebhookTimeoutSeconds = WebhookTimeoutSeconds }, Token);
        var before = await cluster.DeliverAndWaitAsync(Patience, Token);

        var killedAt = cluster.Journal.Elapsed;
        await cluster.ServerNamed(before.Sender).KillAsync();
        var after = await cluster.DeliverAndWaitAsync(Patience, Token);

        Assert.NotEqual(before.Sender, after.Sender);
        Assert.InRange(after.BeganAt - killedAt, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task After_the_polling_server_has_ended_another_takes_over_within_2_s()
    {
        await using var cluster = await Cluster.StartAsync(new ClusterPlan { WebhookTimeoutSeconds = WebhookTimeoutSeconds }, Token);
        var before = await cluster.DeliverAndWaitAsync(Patience, Token);

        var toldAt = cluster.Journal.Elapsed;
        Assert.Equal(0, await cluster.ServerNamed(before.Sender).TerminateAsync());
        var endedAt = cluster.Journal.Elapsed;
        var taking = await cluster.Journal.WaitForTakingAsync(toldAt, Patience, Token);
        var after = await cluster.DeliverAndWaitAsync(Patience, Token);

        Assert.InRange(taking.At, toldAt, endedAt + TimeSpan.FromSeconds(2));
        Assert.Equal(taking.Source, after.Sender);
    }
}
