namespace RenderSignal.Chaos.Tests;

/// <summary>A server that stands still in the middle of a delivery, for longer than its lease.</summary>
public sealed class StandstillTests
{
    /// <summary>Longer than the lease, so that it is the claim on the mail that keeps it from being sent twice at once.</summary>
    private const int WebhookTimeoutSeconds = 20;

    /// <summary>Far longer than anything here takes, and not what is asserted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_stands_still_in_the_middle_of_a_delivery_does_nothing_under_its_old_lease_when_it_wakes(bool isAnsweredAfterwards)
    {
        await using var cluster = await Cluster.StartAsync(new ClusterPlan { WebhookTimeoutSeconds = WebhookTimeoutSeconds }, Token);
        var stopped = cluster.ServerNamed((await cluster.DeliverAndWaitAsync(Patience, Token)).Sender);
        var answered = new TaskCompletionSource();
        var arrived = cluster.HoldNext(answered.Task);

        var subjects = await cluster.DeliverAsync(5, Token);
        var held = await arrived.WaitAsync(Patience, Token);
        stopped.Pause();
        Assert.True(await cluster.Receiver.WaitForAllAsync([.. subjects.Except([held])], Patience, Token), "nobody took over the other mails");
        if (!isAnsweredAfterwards)
        {
            answered.SetResult();
        }

        var wakesAt = cluster.Journal.Elapsed;
        stopped.Resume();
        var next = await cluster.DeliverAndWaitAsync(Patience, Token);
        answered.TrySetResult();

        await cluster.AssertAllIsDeliveredAsync(held, Patience, Token);
        Assert.NotEqual(stopped.Name, next.Sender);
        Assert.DoesNotContain(cluster.Receiver.Deliveries, delivery => delivery.Sender == stopped.Name && delivery.BeganAt > wakesAt);
    }
}
