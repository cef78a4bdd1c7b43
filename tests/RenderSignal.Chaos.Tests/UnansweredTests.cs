namespace RenderSignal.Chaos.Tests;

/// <summary>A server that ends in the middle of a delivery, of which its receiver knows nothing.</summary>
public sealed class UnansweredTests
{
    /// <summary>Longer than the lease, so that it is the claim on the mail that keeps it from being sent twice at once.</summary>
    private const int WebhookTimeoutSeconds = 20;

    /// <summary>Far longer than anything here takes, and not what is asserted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delivery_that_outlives_its_server_is_not_begun_again_while_its_receiver_is_at_it(bool isKilled)
    {
        await using var cluster = await Cluster.StartAsync(new ClusterPlan { WebhookTimeoutSeconds = WebhookTimeoutSeconds }, Token);
        var server = cluster.ServerNamed((await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        var answered = new TaskCompletionSource();
        var arrived = cluster.HoldNext(answered.Task);

        var subjects = await cluster.DeliverAsync(5, Token);
        var held = await arrived.WaitAsync(Patience, Token);
        await (isKilled ? server.KillAsync() : server.TerminateAsync());
        Assert.True(await cluster.Receiver.WaitForAllAsync([.. subjects.Except([held])], Patience, Token), "nobody took over the other mails");
        answered.SetResult();

        await cluster.AssertAllIsDeliveredAsync(held, Patience, Token);
    }

    [Fact]
    public async Task One_that_dies_while_Redis_is_away_has_told_the_mailbox_what_it_sent()
    {
        // Long enough for some mails without Redis, however slow the machine.
        await using var cluster = await Cluster.StartAsync(new ClusterPlan { WebhookTimeoutSeconds = WebhookTimeoutSeconds, LeaseSeconds = 20 }, Token);
        var server = cluster.ServerNamed((await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        var answered = new TaskCompletionSource();
        var arrived = cluster.HoldNext(answered.Task);

        var subjects = await cluster.DeliverAsync(8, Token);
        await arrived.WaitAsync(Patience, Token);
        cluster.Redis.Pause();
        answered.SetResult();
        Assert.True(await cluster.Receiver.WaitForAllAsync([.. subjects.Take(4)], Patience, Token), "nothing was sent while the lease lasted");
        await server.KillAsync();
        var killedAt = cluster.Journal.Elapsed;
        cluster.Redis.Resume();

        Assert.True(await cluster.Receiver.WaitForAllAsync(subjects, Patience, Token), "a mail was not delivered");
        Assert.Equal(0, await cluster.WaitUntilSeenAsync(Patience, Token));
        var history = new DeliveryHistory(cluster.Receiver.Deliveries, cluster.Mails);
        Assert.Empty(history.Overlaps);
        Assert.Empty(history.Unaccounted([new Surprise(server.Name, killedAt)]));
    }
}
