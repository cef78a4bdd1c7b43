using Microsoft.Extensions.Options;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// The subject groups that are done: for each a key that expires, as the reference has them (REFERENCE section 5), read together with
/// the reference's set, which is no longer written; and a sorted set by when they were done, because keys cannot be enumerated.
/// </summary>
internal sealed class RedisGroupLayout(
    IOptions<RedisOptions> options, IOptions<RenderSignalOptions> retention, RedisGeneration generation, IClock clock)
{
    /// <summary>With or without a lifetime: a site may have changed its mind about that.</summary>
    private const string IsProcessed = RedisGeneration.Guard + """
        if redis.call('EXISTS', KEYS[2]) == 1 then
            return 1
        end
        return redis.call('SISMEMBER', KEYS[3], ARGV[2])
        """;

    private readonly RedisKey _byTime = options.Value.ProcessedSubjectGroupsKey + RedisOptions.ByTime;
    private readonly string _prefix = options.Value.SubjectGroupPrefix;
    private readonly Duration _retention = Duration.FromDays(retention.Value.RetentionDays);

    /// <summary>The set of the reference.</summary>
    public RedisKey OldSet { get; } = options.Value.ProcessedSubjectGroupsKey;

    /// <exception cref="RedisServerException">This is another Redis than the one that is in use.</exception>
    public async Task<bool> HasAsync(IDatabase database, string groupId) => (bool)await database.ScriptEvaluateAsync(
        IsProcessed, [RedisGeneration.Key, KeyOf(groupId), OldSet], [generation.Current, groupId]);

    /// <summary>Remembers groups that are done now. May be repeated.</summary>
    public Task MarkAsync(IDatabase database, params IReadOnlyCollection<(string GroupId, Instant? ExpiresAt)> groups)
    {
        var now = clock.GetCurrentInstant();
        return WriteAsync(database, [.. groups.Select(group => new SubjectGroupEntry(group.GroupId, now, group.ExpiresAt))], When.Always);
    }

    /// <summary>Gives it groups with their own times. Says how many it did not have.</summary>
    public Task<int> AddAsync(IDatabase database, IReadOnlyCollection<SubjectGroupEntry> entries) => WriteAsync(database, entries, When.NotExists);

    /// <summary>The groups that were done from an instant on and are not forgotten, in batches.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<SubjectGroupEntry>> ReadSinceAsync(IDatabase database, Instant since)
    {
        await foreach (var batch in RedisTimedSet.ReadAsync(database, _byTime, Score(since == Instant.MinValue ? default : since)))
        {
            var left = await Task.WhenAll(batch.Select(entry => database.KeyTimeToLiveAsync(KeyOf(entry.Element.ToString()))));
            var now = clock.GetCurrentInstant();
            yield return
            [
                .. batch.Zip(left).Where(pair => pair.Second is not null).Select(pair => new SubjectGroupEntry(
                    pair.First.Element.ToString(),
                    Instant.FromUnixTimeMilliseconds((long)pair.First.Score),
                    now + Duration.FromTimeSpan(pair.Second!.Value))),
            ];
        }
    }

    private static double Score(Instant at) => at.ToUnixTimeMilliseconds();

    private string KeyOf(string groupId) => _prefix + groupId;

    private async Task<int> WriteAsync(IDatabase database, IReadOnlyCollection<SubjectGroupEntry> entries, When when)
    {
        var now = clock.GetCurrentInstant();
        var alive = entries.Select(entry => (Entry: entry, Left: (entry.ExpiresAt ?? entry.ProcessedAt + _retention) - now))
            .Where(group => group.Left > Duration.Zero)
            .ToList();
        var adding = RedisTimedSet.AddAsync(
            database,
            _byTime,
            [.. alive.Select(group => new SortedSetEntry(group.Entry.GroupId, Score(group.Entry.ProcessedAt)))],
            Score(now - _retention),
            _retention.ToTimeSpan());

        // Whole seconds, rounded up, as the reference writes them.
        var setting = alive.Select(group => database.StringSetAsync(
            KeyOf(group.Entry.GroupId), 1, TimeSpan.FromSeconds(Math.Ceiling(group.Left.TotalSeconds)), when: when));
        await Task.WhenAll([adding, .. setting]);
        return await adding;
    }
}
