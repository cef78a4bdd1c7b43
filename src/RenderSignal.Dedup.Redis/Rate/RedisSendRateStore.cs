using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Dedup.Redis;

/// <summary>Counts sends on Redis, for all servers together, and locally for the time in which Redis is away.</summary>
internal sealed class RedisSendRateStore(
    [FromKeyedServices(LocalStore.Key)] ISendRateStore local,
    RedisLink link,
    RedisRecovery recovery,
    PendingJournal journal,
    RedisSendLayout layout) : ISendRateStore
{
    public async Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken)
    {
        var counted = await link.ReadAsync<int?>("count_sends", async database => await layout.CountSinceAsync(database, since), null, cancellationToken);
        if (counted is { } all && journal.IsEmpty)
        {
            return all;
        }

        // Redis does not have the sends that wait for it.
        return Math.Max(counted ?? 0, await local.CountSinceAsync(since, cancellationToken));
    }

    public async Task<bool> TryRecordAsync(string emailId, Instant at, int limit, CancellationToken cancellationToken)
    {
        var recorded = await link.WriteAsync<bool?>(
            "record_send", async database => await layout.TryRecordAsync(database, emailId, at, limit), null);
        if (recorded is not null)
        {
            return recorded.Value && await local.TryRecordAsync(emailId, at, 0, cancellationToken);
        }

        if (!await local.TryRecordAsync(emailId, at, limit, cancellationToken))
        {
            return false;
        }

        journal.Append(new(PendingKind.Send, emailId) { AtMs = at.ToUnixTimeMilliseconds() });
        recovery.Start();
        return true;
    }
}
