using Microsoft.Extensions.Options;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Asks in the background whether Redis is there, and still the one that it was, when the connection is restored and, while it is not,
/// every <see cref="RedisOptions.ProbeInterval"/>; gives it what it lacks. One task at a time.
/// </summary>
internal sealed class RedisRecovery : IAsyncDisposable, IDisposable
{
    private const int MostInARow = 50;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly RedisConnection _connection;
    private readonly RedisOutage _outage;
    private readonly RedisGeneration _generation;
    private readonly RedisReplication _replication;
    private readonly IReadOnlyList<IRedisBacklog> _backlogs;
    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private TaskCompletionSource _checked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _running;
    private bool _isAsked;
    private int _written;

    public RedisRecovery(
        RedisConnection connection,
        RedisOutage outage,
        RedisGeneration generation,
        RedisReplication replication,
        IEnumerable<IRedisBacklog> backlogs,
        IOptions<RedisOptions> options,
        TimeProvider time)
    {
        (_connection, _outage, _generation, _replication) = (connection, outage, generation, replication);
        (_backlogs, _options, _time) = ([.. backlogs], options.Value, time);
        connection.Reconnected += Start;
    }

    /// <summary>
    /// Has Redis looked at anew: whether it answers and is still the one that it was. Sees to it that an outage ends, and that Redis is given
    /// what it lacks, as soon as it allows that. Returns at once.
    /// </summary>
    public void Start()
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            if (_checked.Task.IsCompleted)
            {
                _checked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _isAsked = true;
            _running ??= Task.Run(() => RunAsync(_stopping.Token));
        }
    }

    /// <summary>Ends when it is known whether Redis is the one that it was: <see cref="RedisOutage.State"/> tells. At once, unless there is doubt.</summary>
    public Task CheckedAsync()
    {
        lock (_gate)
        {
            if (!_checked.Task.IsCompleted && _running is null)
            {
                Start();
            }

            return _checked.Task;
        }
    }

    /// <summary>For containers that are not disposed asynchronously: ends the task without waiting for it.</summary>
    public void Dispose()
    {
        _connection.Reconnected -= Start;
        _stopping.Cancel();
        EndDoubt();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        Task? running;
        lock (_gate)
        {
            running = _running;
        }

        await (running ?? Task.CompletedTask);
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        for (var overtaken = 0; !stopping.IsCancellationRequested;)
        {
            var restored = _connection.Restored;
            lock (_gate)
            {
                _isAsked = false;
            }

            if (await TryAsync(stopping))
            {
                if (TryEnd(out var isAsked))
                {
                    if (!isAsked)
                    {
                        return;
                    }

                    continue;
                }

                // Something came late. Somebody who writes on and on would see no end of the outage if it were waited for.
                if (++overtaken < MostInARow)
                {
                    continue;
                }
            }

            overtaken = 0;
            await Task.WhenAny(restored, Task.Delay(_options.ProbeInterval, _time, stopping));
        }
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        var reads = false;
        try
        {
            var multiplexer = await _connection.OpenAsync().WaitAsync(stopping);
            if (_outage.State == RedisState.ReadOnly)
            {
                // A replica may have become the primary; the client by itself looks once a minute.
                await multiplexer.ConfigureAsync();
            }

            var database = await _connection.GetDatabaseAsync();
            await CheckAsync(database, stopping);
            reads = await _replication.IsCompleteAsync(_generation.Current);
            if (reads)
            {
                _outage.Ease();
                EndDoubt(unlessAsked: true);
            }

            await TellAsync(database, stopping);
            reads = true;
            _outage.Ease();
            EndDoubt(unlessAsked: true);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            // Whatever it was: what is pending stays pending, and is tried again.
            _outage.Begin(reads ? RedisState.ReadOnly : RedisState.Away, exception);
            EndDoubt();
            return false;
        }
    }

    /// <summary>Asks what the stores ask, each in the time that they have: a Redis that answers a PING but not these is not back.</summary>
    private async Task CheckAsync(IDatabase database, CancellationToken stopping)
    {
        var found = await RedisGeneration.FindAsync(database).WaitAsync(_options.CommandTimeout, _time, stopping);
        if (_replication.WasGivenElsewhere(found))
        {
            _outage.Begin(RedisState.Away, RedisGeneration.Lost);
        }

        _generation.Current = found;
        foreach (var backlog in _backlogs)
        {
            await backlog.CheckAsync(database).WaitAsync(_options.CommandTimeout, _time, stopping);
        }
    }

    /// <summary>Tells Redis what it is to know. Of a Redis that is new nobody waits for all of a long history.</summary>
    private async Task TellAsync(IDatabase database, CancellationToken stopping)
    {
        var telling = WriteAsync();
        await Task.WhenAny(telling, Task.Delay(_options.CommandTimeout / 2, _time, stopping));
        if (!telling.IsCompleted && !_replication.IsGiven(_generation.Current))
        {
            _outage.Hold();
            EndDoubt();
        }

        await telling;

        async Task WriteAsync()
        {
            // What was refused may not be in its backlog yet.
            await RedisGeneration.ProbeWriteAsync(database);
            foreach (var backlog in _backlogs)
            {
                await backlog.WriteBackAsync(database, Count, stopping);
            }

            await _replication.GiveAsync(database, Duration.FromTimeSpan(_outage.Length), Count, stopping);
        }
    }

    private void Count(int count) => _written += count;

    private void EndDoubt(bool unlessAsked = false)
    {
        lock (_gate)
        {
            if (!(unlessAsked && _isAsked))
            {
                _checked.TrySetResult();
            }
        }
    }

    /// <summary>Whether the outage is over; and whether somebody has asked since to look anew.</summary>
    private bool TryEnd(out bool isAsked)
    {
        // Under the lock, so that an entry that came late either is seen here or finds no task running and starts one.
        lock (_gate)
        {
            isAsked = _isAsked;
            if (!isAsked)
            {
                if (!_backlogs.All(backlog => backlog.IsEmpty))
                {
                    return false;
                }

                _outage.End(_written);
                _written = 0;
                _running = null;
            }

            return true;
        }
    }
}
