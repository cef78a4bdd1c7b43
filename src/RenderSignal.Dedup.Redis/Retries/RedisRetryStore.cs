using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>Keeps what must not be tried again yet on Redis, for all servers together, and locally for the time in which Redis is away.</summary>
internal sealed class RedisRetryStore(
    [FromKeyedServices(LocalStore.Key)] IRetryStore local,
    RedisLink link,
    RedisRecovery recovery,
    PendingJournal journal,
    RedisRetryLayout layout) : IRetryStore
{
    /// <summary>Only others who change the same key can come in between, and of those one always succeeds.</summary>
    private const int MostTries = 50;

    public async Task<RetryState?> FindAsync(string key, CancellationToken cancellationToken) =>
        journal.FindLast(PendingKind.Retry, key) is { } pending ? layout.Parse(pending.State)
        : await ReadAsync(key, cancellationToken) is { } read ? layout.Parse(read)
        : await local.FindAsync(key, cancellationToken);

    public async Task<RetryState?> UpdateAsync(string key, Func<RetryState?, RetryState?> update, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (journal.FindLast(PendingKind.Retry, key) is not null || await ReadAsync(key, cancellationToken) is not { } read)
            {
                return await UpdateLocallyAsync(key, update, cancellationToken);
            }

            var state = update(layout.Parse(read));
            switch (await link.WriteAsync<bool?>("update_retry", async database => await layout.SwapAsync(database, key, read, state), null))
            {
                case true:
                    return await local.UpdateAsync(key, _ => state, CancellationToken.None);
                case null:
                    return await UpdateLocallyAsync(key, update, cancellationToken);
            }
        }

        throw new IOException($"What rests under {key} was changed by others {MostTries} times while it was changed here; nothing was stored.");
    }

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        if (journal.FindLast(PendingKind.Retry, key) is null
            && await link.TryWriteAsync("remove_retry", database => layout.PutAsync(database, key, null)))
        {
            await local.RemoveAsync(key, CancellationToken.None);
        }
        else if (await FindAsync(key, cancellationToken) is not null)
        {
            await UpdateLocallyAsync(key, _ => null, cancellationToken);
        }
    }

    private Task<RedisValue?> ReadAsync(string key, CancellationToken cancellationToken) => link.ReadAsync<RedisValue?>(
        "find_retry", async database => await layout.FindAsync(database, key), null, cancellationToken);

    private async Task<RetryState?> UpdateLocallyAsync(string key, Func<RetryState?, RetryState?> update, CancellationToken cancellationToken)
    {
        var state = await local.UpdateAsync(key, update, cancellationToken);
        journal.Append(new(PendingKind.Retry, key) { State = state is null ? null : RedisRetryLayout.Text(state) });
        recovery.Start();
        return state;
    }
}
