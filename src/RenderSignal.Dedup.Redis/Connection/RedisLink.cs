using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Runs commands while Redis is there, and turns callers away at once while it is not.</summary>
internal sealed class RedisLink(
    RedisConnection connection,
    RedisOutage outage,
    RedisRecovery recovery,
    IOptions<RedisOptions> options,
    TimeProvider time,
    RedisMetrics metrics)
{
    /// <summary>Whether Redis reads and writes, as far as is known.</summary>
    public bool IsAvailable => outage.State == RedisState.Available;

    /// <summary>Redis's answer, or <paramref name="otherwise"/> while it gives none.</summary>
    public async Task<T> ReadAsync<T>(string command, Func<IDatabase, Task<T>> read, T otherwise, CancellationToken cancellationToken)
    {
        var (done, answer) = await TryAsync(command, RedisState.ReadOnly, read, cancellationToken);
        return done ? answer! : otherwise;
    }

    /// <summary>Whether Redis took it. Not cancellable: what is to be remembered must end either there or in the backlog.</summary>
    public Task<bool> TryWriteAsync(string command, Func<IDatabase, Task> write) => WriteAsync(
        command,
        async database =>
        {
            await write(database);
            return true;
        },
        false);

    /// <summary>As <see cref="TryWriteAsync"/>, for a write whose answer matters; <paramref name="otherwise"/> while Redis gives none.</summary>
    public async Task<T> WriteAsync<T>(string command, Func<IDatabase, Task<T>> write, T otherwise)
    {
        var (done, answer) = await TryAsync(command, RedisState.Available, write, CancellationToken.None);
        return done ? answer! : otherwise;
    }

    /// <summary>As <see cref="WriteAsync"/>, but asks also a Redis that was away: for what must not wait until everything is written back.</summary>
    public async Task<T> InsistAsync<T>(string command, Func<IDatabase, Task<T>> write, T otherwise)
    {
        var (done, answer) = await AskAsync(command, RedisState.Available, write, CancellationToken.None);
        return done ? answer! : otherwise;
    }

    private async Task<(bool Done, T? Answer)> TryAsync<T>(
        string command, RedisState needed, Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (!await IsOpenAsync(needed, cancellationToken))
        {
            metrics.CommandTurnedAway(command);
            return default;
        }

        return await AskAsync(command, needed, ask, cancellationToken);
    }

    private async Task<(bool Done, T? Answer)> AskAsync<T>(
        string command, RedisState needed, Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken)
    {
        var asking = RunAsync();
        try
        {
            var answer = await asking.WaitAsync(options.Value.CommandTimeout, time, cancellationToken);
            metrics.CommandAnswered(command);
            return (true, answer);
        }
        catch (Exception exception) when (RedisFailure.Is(exception, cancellationToken))
        {
            metrics.CommandFailed(command);
            if (!(exception is TimeoutException && connection.IsOpening))
            {
                outage.Begin(MostThatIsLeft(needed, exception), exception);
            }

            recovery.Start();

            // A command that was given up may fail later; that it failed is known by then.
            _ = asking.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return default;
        }

        async Task<T> RunAsync() => await ask(await connection.GetDatabaseAsync());
    }

    /// <summary>A Redis that refuses a write may still be read, unless it is not the one that it was.</summary>
    private static RedisState MostThatIsLeft(RedisState needed, Exception exception) =>
        needed == RedisState.Available && exception is RedisServerException && !RedisGeneration.IsLost(exception)
            ? RedisState.ReadOnly
            : RedisState.Away;

    private async Task<bool> IsOpenAsync(RedisState needed, CancellationToken cancellationToken)
    {
        if (outage.State == RedisState.Available)
        {
            try
            {
                // A Redis that was connected to just now may have been emptied: that is known in a moment.
                await recovery.CheckedAsync().WaitAsync(options.Value.CommandTimeout, time, cancellationToken);
            }
            catch (TimeoutException) when (connection.IsOpening)
            {
                return false;
            }
            catch (TimeoutException exception)
            {
                outage.Begin(RedisState.Away, exception);
            }
        }

        return outage.State >= needed;
    }
}
