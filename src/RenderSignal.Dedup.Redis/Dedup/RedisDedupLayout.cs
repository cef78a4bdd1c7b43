using Microsoft.Extensions.Options;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The keys as the reference lays them out (REFERENCE section 5), so that a site switches over with its history, and back.</summary>
internal sealed class RedisDedupLayout(IOptions<RedisOptions> options, IClock clock)
{
    private readonly RedisKey _emails = options.Value.ProcessedEmailIdsKey;
    private readonly RedisKey _groups = options.Value.ProcessedSubjectGroupsKey;
    private readonly string _groupPrefix = options.Value.SubjectGroupPrefix;

    public Task<bool> HasEmailAsync(IDatabase database, string emailId) => database.SetContainsAsync(_emails, emailId);

    /// <summary>With or without a lifetime: a site may have changed its mind about that.</summary>
    public async Task<bool> HasGroupAsync(IDatabase database, string groupId)
    {
        var found = await Task.WhenAll(database.KeyExistsAsync(_groupPrefix + groupId), database.SetContainsAsync(_groups, groupId));
        return found.Contains(true);
    }

    /// <summary>Writes entries in their order. May be repeated.</summary>
    public async Task WriteAsync(IDatabase database, List<PendingEntry> entries)
    {
        // Of an id that was forgotten and is done again, or the other way round, the last word counts.
        var emails = entries
            .Where(entry => entry.Kind is PendingKind.Email or PendingKind.ForgetEmail)
            .GroupBy(entry => entry.Value, (_, same) => same.Last())
            .ToLookup(entry => entry.Kind);
        var writes = entries
            .Where(entry => entry is { Kind: PendingKind.Group, ExpiresAtMs: not null })
            .Select(entry => WriteExpiringGroupAsync(database, entry))
            .Append(AddAsync(database, _emails, Values(emails[PendingKind.Email])))
            .Append(RemoveAsync(database, _emails, Values(emails[PendingKind.ForgetEmail])))
            .Append(AddAsync(database, _groups, Values(entries.Where(entry => entry is { Kind: PendingKind.Group, ExpiresAtMs: null }))));
        await Task.WhenAll(writes);
    }

    private static RedisValue[] Values(IEnumerable<PendingEntry> entries) => [.. entries.Select(entry => (RedisValue)entry.Value)];

    private static Task AddAsync(IDatabase database, RedisKey key, RedisValue[] values) =>
        values.Length > 0 ? database.SetAddAsync(key, values) : Task.CompletedTask;

    private static Task RemoveAsync(IDatabase database, RedisKey key, RedisValue[] values) =>
        values.Length > 0 ? database.SetRemoveAsync(key, values) : Task.CompletedTask;

    private Task WriteExpiringGroupAsync(IDatabase database, PendingEntry entry)
    {
        var left = entry.ExpiresAtMs!.Value - clock.GetCurrentInstant().ToUnixTimeMilliseconds();

        // Whole seconds, rounded up, as the reference writes them.
        return left > 0
            ? database.StringSetAsync(_groupPrefix + entry.Value, 1, TimeSpan.FromSeconds(Math.Ceiling(left / 1000.0)))
            : Task.CompletedTask;
    }
}
