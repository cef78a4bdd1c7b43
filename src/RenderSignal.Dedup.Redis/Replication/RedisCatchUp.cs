using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Has a server that takes over know locally what the others did, so that it may go on for a while should Redis go away.</summary>
internal sealed class RedisCatchUp(
    RedisConnection connection,
    RedisOutage outage,
    RedisRecovery recovery,
    RedisGeneration generation,
    RedisReplication replication,
    IOptions<RedisOptions> options,
    TimeProvider time)
{
    /// <summary>Copies into the local stores what Redis has learned since the last time. Takes milliseconds when that is little.</summary>
    /// <exception cref="RedisException">Redis does not answer, or was emptied just now and has not been given everything yet.</exception>
    /// <exception cref="TimeoutException">Redis does not answer in time.</exception>
    /// <exception cref="IOException">A local store cannot be written.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await recovery.CheckedAsync().WaitAsync(options.Value.CommandTimeout, time, cancellationToken);
        if (outage.State == RedisState.Away)
        {
            throw new RedisException("Redis is away.");
        }

        var database = await connection.GetDatabaseAsync();
        var (found, content) = await RedisGeneration.FindContentAsync(database).WaitAsync(options.Value.CommandTimeout, time, cancellationToken);
        if (found != generation.Current)
        {
            recovery.Start();
            throw new RedisException($"Redis cannot be copied: {RedisGeneration.Lost}.");
        }

        await replication.TakeAsync(database, content, cancellationToken);
    }
}
