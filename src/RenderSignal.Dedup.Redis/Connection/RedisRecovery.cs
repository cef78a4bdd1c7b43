using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Asks in the background whether Redis is back, when the connection is restored and every <see cref="RedisOptions.ProbeInterval"/>,
/// and writes the backlogs. One task at a time; callers never wait for it.
/// </summary>
internal sealed class RedisRecovery(
    RedisConnection connection,
    RedisOutage outage,
    IEnumerable<IRedisBacklog> backlogs,
    IOptions<RedisOptions> options,
    TimeProvider time) : IAsyncDisposable, IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<IRedisBacklog> _backlogs = [.. backlogs];
    private Task? _running;
    private int _written;

    /// <summary>Sees to it that the outage ends and the backlogs are written as soon as Redis allows it. Returns at once.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (!_stopping.IsCancellationRequested)
            {
                _running ??= Task.Run(() => RunAsync(_stopping.Token));
            }
        }
    }

    /// <summary>For containers that are not disposed asynchronously: ends the task without waiting for it.</summary>
    public void Dispose() => _stopping.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
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
        while (!stopping.IsCancellationRequested)
        {
            var restored = connection.Restored;
            if (await TryAsync(stopping))
            {
                return;
            }

            await Task.WhenAny(restored, Task.Delay(options.Value.ProbeInterval, time, stopping));
        }
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        var reads = false;
        try
        {
            var multiplexer = await connection.OpenAsync().WaitAsync(stopping);
            if (outage.State == RedisState.ReadOnly)
            {
                // A replica may have become the primary; the client by itself looks once a minute.
                await multiplexer.ConfigureAsync();
            }

            var database = await connection.GetDatabaseAsync();
            foreach (var backlog in _backlogs)
            {
                await backlog.CheckAsync(database);
            }

            reads = true;
            outage.Ease();
            foreach (var backlog in _backlogs)
            {
                await backlog.WriteBackAsync(database, count => _written += count);
            }

            return TryEnd();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception exception)
        {
            // Whatever it was: what is pending stays pending, and is tried again.
            outage.Begin(reads ? RedisState.ReadOnly : RedisState.Away, exception);
            return false;
        }
    }

    private bool TryEnd()
    {
        // Under the lock, so that an entry that came late either is seen here or finds no task running and starts one.
        lock (_gate)
        {
            if (!_backlogs.All(backlog => backlog.IsEmpty))
            {
                return false;
            }

            outage.End(_written);
            _written = 0;
            _running = null;
            return true;
        }
    }
}
