using System.Net;

namespace RenderSignal.Chaos.Tests;

/// <summary>A test of what whole servers do while their Redis misbehaves.</summary>
public abstract class TroubleTest : IDisposable
{
    /// <summary>For what takes seconds, on a machine that has much else to do.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Longer than it takes to meet and send a mail that may be sent.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    /// <summary>With time for answers of a Redis that shares its machine with much else, and a lease that is soon over.</summary>
    private protected static readonly ClusterPlan Plan = new() { LeaseSeconds = 6, RedisTimeoutMs = 3000 };

    private Journal? _journal;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A test that failed shows what its servers printed.</summary>
    public void Dispose()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed && _journal is not null)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', _journal.Entries));
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The two that run from the start.</summary>
    private protected static IEnumerable<ClusterServer> Pair(Cluster cluster) => cluster.Servers.Take(2);

    /// <summary>
    /// Starts a cluster of which the first server polls, and has sent a mail; the second waits for its turn. The third is for
    /// <see cref="RedisKnowsEverythingAsync"/>.
    /// </summary>
    private protected async Task<Cluster> StartAsync(ClusterPlan plan)
    {
        var cluster = await PrepareAsync(plan);
        try
        {
            var first = cluster.Servers[0];
            first.Start();
            await cluster.Journal.WaitForTakingAsync(TimeSpan.Zero, Patience, Token);
            var second = cluster.Servers[1];
            second.Start();
            await cluster.Journal.WaitForLineAsync(second.Name, "another server polls", TimeSpan.Zero, Patience, Token);
            await cluster.DeliverAndWaitAsync(Patience, Token);
            foreach (var server in Pair(cluster))
            {
                await ServesAsync(cluster, server);
            }

            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a cluster's mailbox, Redis and receiver, and no server.</summary>
    private protected async Task<Cluster> PrepareAsync(ClusterPlan plan)
    {
        var cluster = await Cluster.PrepareAsync(plan, Token);
        _journal = cluster.Journal;
        return cluster;
    }

    /// <summary>A server is alive, lets its user in, and answers him.</summary>
    private protected static async Task ServesAsync(Cluster cluster, ClusterServer server)
    {
        await cluster.Journal.WaitForLineAsync(server.Name, "Application started", TimeSpan.Zero, Patience, Token);
        Assert.Equal(HttpStatusCode.OK, await server.Client.GetAsync("/health", Token));
        Assert.Equal(HttpStatusCode.OK, await server.Client.GetAsync("/login", Token));
        Assert.Equal(HttpStatusCode.Redirect, await server.Client.SignInAsync(Token));
        Assert.Equal(HttpStatusCode.OK, await server.Client.GetAsync("/api/emails", Token));
        Assert.Equal(HttpStatusCode.OK, await server.Client.GetAsync("/api/status", Token));
    }

    /// <summary>Puts a mail into the mailbox that must not be sent now.</summary>
    /// <returns>Its subject.</returns>
    private protected static async Task<string> DeliverInVainAsync(Cluster cluster)
    {
        var subject = Assert.Single(await cluster.DeliverAsync(1, Token));
        await Assert.ThrowsAsync<TimeoutException>(() => cluster.Receiver.WaitForAcceptedAsync(subject, LongEnough, Token));
        return subject;
    }

    /// <summary>Says that Redis misbehaves: that alone fails, and mails wait.</summary>
    private protected static async Task TellsOfRedisAsync(ClusterServer server, string reason)
    {
        // One that does not poll asks for the lease every second, and knows by that.
        var health = await server.Client.HealthAsync(Token);
        await TestKit.Polling.UntilAsync(
            async token => (health = await server.Client.HealthAsync(token)).NoteOf("poller").StartsWith("Redis is away", StringComparison.Ordinal), Patience, Token);
        Assert.Equal(["redis"], health.Failing);
        Assert.Contains(reason, health.ErrorOf("redis"), StringComparison.Ordinal);
        Assert.Equal("resting", health.StatusOf("poller"));
        Assert.Contains("the mails wait until it is back", health.NoteOf("poller"), StringComparison.Ordinal);
    }

    /// <summary>Waits until all is well again, and has each server have said so: it warned once when Redis went, once when it was back, and of nothing else.</summary>
    /// <param name="cluster">Has the logs.</param>
    /// <param name="since">When the trouble began.</param>
    /// <param name="mayBeMissed">Whether it was so short that a server need not have noticed it.</param>
    private protected static async Task WarnedOnceEachWayAsync(Cluster cluster, TimeSpan since, bool mayBeMissed = false)
    {
        foreach (var server in Pair(cluster))
        {
            IReadOnlyList<string> warnings = [];
            await TestKit.Polling.UntilAsync(
                async token =>
                {
                    var isReady = (await server.Client.HealthAsync(token)).IsReady;
                    warnings = cluster.Journal.Warnings(server.Name, since);
                    return isReady && warnings.Count % 2 == 0 && (mayBeMissed || warnings.Count > 0);
                },
                Patience,
                Token);
            if (!mayBeMissed || warnings.Count > 0)
            {
                Assert.Collection(
                    warnings,
                    gone => Assert.Contains("[5001]", gone, StringComparison.Ordinal),
                    back => Assert.Contains("[5003]", back, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Ends the server that polls and has the other one meet all mails again: it sends none.</summary>
    private protected static async Task TheOtherSendsNothingTwiceAsync(Cluster cluster)
    {
        var ended = cluster.Journal.Elapsed;
        Assert.Equal(0, await cluster.Poller!.TerminateAsync());
        await cluster.SetAllUnseenAsync(Token);
        await cluster.Journal.WaitForTakingAsync(ended, Patience, Token);
        Assert.Equal(0, await cluster.WaitUntilSeenAsync(Patience, Token));
        EachWasSentOnce(cluster);
    }

    /// <summary>Ends all servers and has one that has nothing but Redis meet all mails again: it knows of all and sends none.</summary>
    private protected static async Task RedisKnowsEverythingAsync(Cluster cluster)
    {
        foreach (var server in cluster.Servers.Where(server => server.IsRunning))
        {
            Assert.Equal(0, await server.TerminateAsync());
        }

        await cluster.SetAllUnseenAsync(Token);
        var newcomer = cluster.Servers[^1];
        newcomer.Start();
        await ServesAsync(cluster, newcomer);
        Assert.Equal(0, await cluster.WaitUntilSeenAsync(Patience, Token));
        EachWasSentOnce(cluster);
        await ListsAsSentAsync(newcomer, [.. cluster.Mails.Keys]);
    }

    private protected static void EachWasSentOnce(Cluster cluster)
    {
        var history = new DeliveryHistory(cluster.Receiver.Deliveries, cluster.Mails);
        Assert.Empty(history.Missing);
        Assert.Empty(history.Duplicates);
        Assert.Empty(history.Confusions);
        Assert.Equal(history.Mails, history.Deliveries);
    }

    /// <summary>Waits until a server lists these mails as sent.</summary>
    private protected static async Task ListsAsSentAsync(ClusterServer server, IReadOnlyCollection<string> subjects)
    {
        IReadOnlyList<string> sent = [];
        Assert.True(
            await TestKit.Polling.UntilAsync(
                async token =>
                {
                    sent = await server.Client.SentAsync(token);
                    return !subjects.Except(sent).Any();
                },
                LongEnough,
                Token),
            $"{server.Name} does not list {string.Join(", ", subjects.Except(sent))} as sent");
    }
}
