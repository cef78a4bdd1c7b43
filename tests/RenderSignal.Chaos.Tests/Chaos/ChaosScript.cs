using System.Collections.Concurrent;

namespace RenderSignal.Chaos.Tests;

/// <summary>Ends, stops, continues and starts servers and Redis of a cluster while mails come in.</summary>
internal sealed class ChaosScript(Cluster cluster, Random random)
{
    private readonly List<ChaosAction> _done = [];
    private readonly ConcurrentQueue<Surprise> _surprises = [];
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly List<Task> _running = [];
    private readonly Turn _redis = new();

    /// <summary>The actions that were carried out.</summary>
    public IReadOnlyList<ChaosAction> Done => _done;

    /// <summary>What went wrong in doing so, such as a server that did not end as it was told.</summary>
    public IReadOnlyList<string> Failures => [.. _failures];

    public IReadOnlyList<Surprise> Surprises => [.. _surprises];

    /// <summary>Runs so many rounds; at the end all servers and Redis run.</summary>
    public async Task RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var number = 0;
        foreach (var round in ChaosRound.Draw(random).Take(rounds))
        {
            cluster.Journal.Add(Journal.Script, $"round {++number}: {string.Join(", ", round.Actions)}");
            var begin = cluster.Journal.Elapsed;
            await Task.WhenAll(DeliverAsync(round, begin, cancellationToken), ActAsync(round, begin, cancellationToken));
            await UntilAsync(begin + ChaosRound.Length, cancellationToken);
        }

        await Task.WhenAll(_running);
        cluster.Journal.Add(Journal.Script, "the rounds are over, all servers run");
    }

    private async Task DeliverAsync(ChaosRound round, TimeSpan begin, CancellationToken cancellationToken)
    {
        foreach (var (index, count) in round.Batches.Index())
        {
            await UntilAsync(begin + (ChaosRound.Length * index / round.Batches.Count), cancellationToken);
            await cluster.DeliverAsync(count, cancellationToken);
        }
    }

    private async Task ActAsync(ChaosRound round, TimeSpan begin, CancellationToken cancellationToken)
    {
        foreach (var action in round.Actions)
        {
            await UntilAsync(begin + action.At, cancellationToken);
            if (Begin(action, cancellationToken) is { } running)
            {
                _done.Add(action);
                _running.Add(running);
            }
            else
            {
                cluster.Journal.Add(Journal.Script, $"{action}: left out, for another action has what it is about");
            }
        }
    }

    /// <returns>Null when what it is about is ended or stopped already.</returns>
    private Task? Begin(ChaosAction action, CancellationToken cancellationToken)
    {
        if (action.Kind is ActionKind.KillRedis or ActionKind.RestartRedis or ActionKind.StopRedis)
        {
            return _redis.TryTake() ? DoToRedisAsync(action, cancellationToken) : null;
        }

        var isPoller = action.Kind is ActionKind.KillPoller or ActionKind.RestartPoller or ActionKind.StopPoller;
        var poller = cluster.Poller;
        var server = cluster.Servers.Where(server => server == poller == isPoller).OrderBy(_ => random.Next()).FirstOrDefault(server => server.Turn.TryTake());
        return server is null ? null : DoToServerAsync(action, server, cancellationToken);
    }

    private async Task DoToServerAsync(ChaosAction action, ClusterServer server, CancellationToken cancellationToken)
    {
        try
        {
            if (action.Kind is not (ActionKind.RestartPoller or ActionKind.RestartOther))
            {
                _surprises.Enqueue(new Surprise(server.Name, cluster.Journal.Elapsed));
            }

            if (action.Kind is ActionKind.StopPoller or ActionKind.StopOther)
            {
                server.Pause();
                await Task.Delay(action.Duration, TimeProvider.System, cancellationToken);
                server.Resume();
                return;
            }

            if (action.Kind is ActionKind.KillPoller or ActionKind.KillOther)
            {
                await server.KillAsync();
            }
            else if (await server.TerminateAsync() is not 0 and var code)
            {
                _failures.Enqueue($"{server.Name} ended with exit code {code} on SIGTERM");
            }

            await Task.Delay(action.Duration, TimeProvider.System, cancellationToken);
            server.Start();
        }
        finally
        {
            server.Turn.Release();
        }
    }

    private async Task DoToRedisAsync(ChaosAction action, CancellationToken cancellationToken)
    {
        try
        {
            cluster.Journal.Add(Journal.Script, $"Redis: {action}");
            if (action.Kind == ActionKind.StopRedis)
            {
                cluster.Redis.Pause();
                await Task.Delay(action.Duration, TimeProvider.System, cancellationToken);
                cluster.Redis.Resume();
            }
            else
            {
                await (action.Kind == ActionKind.KillRedis ? cluster.Redis.KillAsync() : cluster.Redis.StopAsync());
                await Task.Delay(action.Duration, TimeProvider.System, cancellationToken);
                await cluster.Redis.StartAgainAsync(cancellationToken);
            }

            cluster.Journal.Add(Journal.Script, "Redis is there again");
        }
        finally
        {
            _redis.Release();
        }
    }

    private async Task UntilAsync(TimeSpan at, CancellationToken cancellationToken)
    {
        if (at - cluster.Journal.Elapsed is { Ticks: > 0 } left)
        {
            await Task.Delay(left, TimeProvider.System, cancellationToken);
        }
    }
}
