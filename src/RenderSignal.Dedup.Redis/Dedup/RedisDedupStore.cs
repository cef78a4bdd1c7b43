using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Remembers locally and on Redis. Redis decides while it answers, but for what it has still to be told; while it is away, what this
/// server knows does. What Redis could not be told is told when it is back, by this process or the next.
/// </summary>
internal sealed class RedisDedupStore(
    [FromKeyedServices(LocalStore.Key)] IDedupStore local,
    RedisLink link,
    RedisRecovery recovery,
    PendingJournal journal,
    RedisIdLayout ids,
    RedisGroupLayout groups,
    IClock clock) : IDedupStore
{
    public async Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        journal.FindLast(PendingKind.Email, emailId) is { } pending
            ? pending.Kind == PendingKind.Email
            : await link.ReadAsync<bool?>("is_processed", async database => await ids.HasAsync(database, emailId), null, cancellationToken)
                ?? await local.IsProcessedAsync(emailId, cancellationToken);

    public async Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken)
    {
        await local.MarkProcessedAsync(emailId, cancellationToken);
        await TellAsync("mark_processed", new(PendingKind.Email, emailId), database => ids.MarkAsync(database, emailId));
    }

    public async Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken)
    {
        var told = journal.IsEmpty
            ? await link.WriteAsync<bool?>("forget_processed", async database => await ids.ForgetAsync(database, emailId), null)
            : null;
        var wasProcessed = told ?? await IsProcessedAsync(emailId, cancellationToken);
        await local.ForgetProcessedAsync(emailId, CancellationToken.None);
        if (told is null)
        {
            Remember(new(PendingKind.ForgetEmail, emailId));
        }

        return wasProcessed;
    }

    public async Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken) =>
        journal.FindLast(PendingKind.Group, groupId) is { } pending
            ? pending.ExpiresAtMs is not { } expiry || expiry > clock.GetCurrentInstant().ToUnixTimeMilliseconds()
            : await link.ReadAsync<bool?>("is_group_processed", async database => await groups.HasAsync(database, groupId), null, cancellationToken)
                ?? await local.IsGroupProcessedAsync(groupId, cancellationToken);

    public async Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken)
    {
        await local.MarkGroupProcessedAsync(groupId, lifetime, cancellationToken);
        var expiresAt = lifetime is { } limited ? clock.GetCurrentInstant() + limited : (Instant?)null;
        await TellAsync(
            "mark_group_processed",
            new(PendingKind.Group, groupId, expiresAt?.ToUnixTimeMilliseconds()),
            database => groups.MarkAsync(database, (groupId, expiresAt)));
    }

    private async Task TellAsync(string command, PendingEntry entry, Func<IDatabase, Task> write)
    {
        // While something waits, what is newer waits behind it: a late forgetting must not undo what was done since.
        if (!journal.IsEmpty || !await link.TryWriteAsync(command, write))
        {
            Remember(entry);
        }
    }

    private void Remember(PendingEntry entry)
    {
        journal.Append(entry);
        recovery.Start();
    }
}
