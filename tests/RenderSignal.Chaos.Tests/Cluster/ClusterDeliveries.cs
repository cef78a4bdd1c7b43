namespace RenderSignal.Chaos.Tests;

/// <summary>A delivery that takes long, and what is expected of it.</summary>
internal static class ClusterDeliveries
{
    /// <summary>The next delivery is answered when the task ends, all that follow at once.</summary>
    /// <returns>Which mail it is of, when it has come.</returns>
    public static Task<string> HoldNext(this Cluster cluster, Task answered)
    {
        var arrived = new TaskCompletionSource<string>();
        cluster.Receiver.Answer = async subject =>
        {
            if (arrived.TrySetResult(subject))
            {
                await answered;
            }

            return ReceiverAnswer.Accepted;
        };
        return arrived.Task;
    }

    /// <summary>Every mail, under one id, never two at once, and only this one perhaps twice.</summary>
    public static async Task AssertAllIsDeliveredAsync(this Cluster cluster, string perhapsTwice, TimeSpan patience, CancellationToken cancellationToken)
    {
        Assert.True(await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], patience, cancellationToken), "a mail was not delivered");
        Assert.Equal(0, await cluster.WaitUntilSeenAsync(patience, cancellationToken));
        var history = new DeliveryHistory(cluster.Receiver.Deliveries, cluster.Mails);
        Assert.Empty(history.Overlaps);
        Assert.Empty(history.Confusions);
        Assert.All(history.Duplicates, delivery => Assert.Equal(perhapsTwice, delivery.Subject));
        Assert.InRange(history.Duplicates.Count, 0, 1);
    }
}
