using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

internal sealed class DedupStore(IJournals journals, IClock clock, IOptions<RenderSignalOptions> options)
    : IDedupStore, IReplica<EmailIdEntry>, IReplica<SubjectGroupEntry>
{
    private readonly IJournal<ProcessedIds, IdLine> _ids =
        journals.Open<ProcessedIds, IdLine>("processed_ids", () => new ProcessedIds(clock, Duration.FromDays(options.Value.RetentionDays)));

    private readonly IJournal<ProcessedGroups, GroupLine> _groups =
        journals.Open<ProcessedGroups, GroupLine>("subject_groups", () => new ProcessedGroups(clock, Duration.FromDays(options.Value.RetentionDays)));

    public bool IsDurable => journals.AreDurable;

    public Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        _ids.ReadAsync(ids => ids.Contains(emailId), cancellationToken);

    public Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        _ids.AppendAsync(new IdLine { Id = emailId, At = clock.GetCurrentInstant() }, cancellationToken);

    public Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken) => _ids.AppendAsync<bool>(
        ids => ids.Contains(emailId)
            ? ([new IdLine { Id = emailId, At = clock.GetCurrentInstant(), IsForgotten = true }], true)
            : ([], false),
        cancellationToken);

    public Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken) =>
        _groups.ReadAsync(groups => groups.Contains(groupId), cancellationToken);

    public Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return _groups.AppendAsync(new GroupLine { Group = groupId, At = now, Until = now + lifetime }, cancellationToken);
    }

    Task<IReadOnlyList<EmailIdEntry>> IReplica<EmailIdEntry>.ReadSinceAsync(Instant since, CancellationToken cancellationToken) =>
        _ids.ReadAsync(ids => ids.Since(since), cancellationToken);

    Task<IReadOnlyList<SubjectGroupEntry>> IReplica<SubjectGroupEntry>.ReadSinceAsync(Instant since, CancellationToken cancellationToken) =>
        _groups.ReadAsync(groups => groups.Since(since), cancellationToken);

    public Task AddAsync(IReadOnlyCollection<EmailIdEntry> entries, CancellationToken cancellationToken) => _ids.AppendAsync<bool>(
        ids => ([.. entries.Where(entry => !ids.Contains(entry.EmailId)).Select(entry => new IdLine { Id = entry.EmailId, At = entry.ProcessedAt })], true),
        cancellationToken);

    public Task AddAsync(IReadOnlyCollection<SubjectGroupEntry> entries, CancellationToken cancellationToken) => _groups.AppendAsync<bool>(
        groups => ([.. entries.Where(entry => !groups.Contains(entry.GroupId)).Select(entry => new GroupLine
        {
            Group = entry.GroupId,
            At = entry.ProcessedAt,
            Until = entry.ExpiresAt,
        })], true),
        cancellationToken);
}
