using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

internal sealed class DedupStore(IJournals journals, IClock clock, IOptions<RenderSignalOptions> options) : IDedupStore
{
    private readonly IJournal<ProcessedIds, IdLine> _ids =
        journals.Open<ProcessedIds, IdLine>("processed_ids", () => new ProcessedIds(clock, Duration.FromDays(options.Value.RetentionDays)));

    private readonly IJournal<ProcessedGroups, GroupLine> _groups =
        journals.Open<ProcessedGroups, GroupLine>("subject_groups", () => new ProcessedGroups(clock, Duration.FromDays(options.Value.RetentionDays)));

    public Task<bool> IsProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        _ids.ReadAsync(ids => ids.Contains(emailId), cancellationToken);

    public Task MarkProcessedAsync(string emailId, CancellationToken cancellationToken) =>
        _ids.AppendAsync(new IdLine { Id = emailId, At = clock.GetCurrentInstant() }, cancellationToken);

    public async Task<bool> ForgetProcessedAsync(string emailId, CancellationToken cancellationToken)
    {
        if (!await IsProcessedAsync(emailId, cancellationToken))
        {
            return false;
        }

        await _ids.AppendAsync(new IdLine { Id = emailId, At = clock.GetCurrentInstant(), IsForgotten = true }, cancellationToken);
        return true;
    }

    public Task<bool> IsGroupProcessedAsync(string groupId, CancellationToken cancellationToken) =>
        _groups.ReadAsync(groups => groups.Contains(groupId), cancellationToken);

    public Task MarkGroupProcessedAsync(string groupId, Duration? lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return _groups.AppendAsync(new GroupLine { Group = groupId, At = now, Until = now + lifetime }, cancellationToken);
    }
}
