using Microsoft.Extensions.Logging;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Sees to it that Redis has what this server knows, and the other way round.</summary>
internal sealed class RedisReplication(
    IEnumerable<IRedisReplica> replicas, RedisGeneration generation, ReplicationFile file, IClock clock, ILogger<RedisReplication> logger)
{
    /// <summary>For clocks that differ, and for what a primary had not passed on when it failed.</summary>
    private static readonly Duration Overlap = Duration.FromMinutes(1);

    private readonly IReadOnlyList<IRedisReplica> _replicas = [.. replicas];

    /// <summary>Whether this Redis was given everything that this server knew, and has had no reason to forget it since.</summary>
    public bool IsGiven(string found) => found == file.State.GivenTo;

    /// <summary>Whether this Redis may be believed before it was given anything: it was given everything before, or there is nothing to give.</summary>
    public async Task<bool> IsCompleteAsync(string found)
    {
        try
        {
            return IsGiven(found) || (await Task.WhenAll(_replicas.Select(replica => replica.IsEmptyAsync()))).All(isEmpty => isEmpty);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // GiveAsync says so.
        }
    }

    /// <summary>Whether this server has given what it knows to another Redis, or to this one before it was emptied.</summary>
    public bool WasGivenElsewhere(string found) => file.State.GivenTo is { } known && known != found;

    /// <summary>Gives Redis everything if it is another one than before, else what it may have lost when the connection was.</summary>
    /// <param name="database">Where to write.</param>
    /// <param name="away">How long Redis was away.</param>
    /// <param name="written">Told how many entries each batch added.</param>
    /// <param name="stopping">Ends it between two batches; the next recovery begins again.</param>
    public async Task GiveAsync(IDatabase database, Duration away, Action<int> written, CancellationToken stopping)
    {
        var current = generation.Current;
        var since = IsGiven(current) ? clock.GetCurrentInstant() - away - Overlap : Instant.MinValue;
        var added = 0;
        try
        {
            foreach (var replica in _replicas)
            {
                await replica.GiveAsync(database, since, Count, stopping);
            }

            if (added > 0)
            {
                await RedisGeneration.CountAdditionAsync(database);
            }

            file.Update(state => state with { GivenTo = current });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No outage of Redis; the next recovery tries again.
            logger.NotGiven(exception.Message);
        }

        void Count(int count)
        {
            added += count;
            written(count);
        }
    }

    /// <summary>Copies what Redis has learned since the last time into the local stores; the first time, and from another Redis, everything.</summary>
    /// <param name="database">Where to read.</param>
    /// <param name="content">What <see cref="RedisGeneration.FindContentAsync"/> says.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    /// <exception cref="IOException">A local store cannot be written.</exception>
    public async Task TakeAsync(IDatabase database, string content, CancellationToken cancellationToken)
    {
        var started = clock.GetCurrentInstant();
        var since = content == file.State.TakenFrom ? Instant.FromUnixTimeMilliseconds(file.State.TakenUntilMs) - Overlap : Instant.MinValue;
        foreach (var replica in _replicas)
        {
            await replica.TakeAsync(database, since, cancellationToken);
        }

        file.Update(state => state with { TakenFrom = content, TakenUntilMs = started.ToUnixTimeMilliseconds() });
    }
}
