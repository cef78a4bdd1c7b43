using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Remembers locally and on Redis. What either knows is known; what Redis could not be told is told when it is back,
/// by this process or the next.
/// </summary>
internal sealed class RedisDedupStore(
    [FromKeyedServices(LocalStore.Key)] IDedupStore local,
    RedisLink link,
    RedisRecovery recovery,
    PendingJournal journal,
    RedisDedupLayout layout,
    IClock clock) : IDedupStore
{
    public async Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        await local.IsProcessedAsync(emailId, cancellationToken)
        || (!journal.Contains(PendingKind.ForgetEmail, emailId)
            && await link.ReadAsync("is_processed", database => layout.HasEmailAsync(database, emailId), false, cancellationToken));

    public async Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken)
    {
        await local.MarkProcessedAsync(emailId, cancellationToken);
        await TellAsync("mark_processed", new(PendingKind.Email, emailId));
    }

    public async Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken)
    {
        var wasProcessed = await IsProcessedAsync(emailId, cancellationToken);
        await local.ForgetProcessedAsync(emailId, cancellationToken);
        await TellAsync("forget_processed", new(PendingKind.ForgetEmail, emailId));
        return wasProcessed;
    }

    public async Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken) =>
        await local.IsGroupProcessedAsync(groupId, cancellationToken)
        || await link.ReadAsync("is_group_processed", database => layout.HasGroupAsync(database, groupId), false, cancellationToken);

    public async Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken)
    {
        await local.MarkGroupProcessedAsync(groupId, lifetime, cancellationToken);
        var expiresAt = lifetime is { } limited ? clock.GetCurrentInstant() + limited : (Instant?)null;
        await TellAsync("mark_group_processed", new(PendingKind.Group, groupId, expiresAt?.ToUnixTimeMilliseconds()));
    }

    private async Task TellAsync(string command, PendingEntry entry)
    {
        // While something waits, what is newer waits behind it: a late forgetting must not undo what was done since.
        if (!journal.IsEmpty || !await link.TryWriteAsync(command, database => layout.WriteAsync(database, [entry])))
        {
            journal.Append(entry);
            recovery.Start();
        }
    }
}
