using NodaTime;

namespace RenderSignal;

internal sealed class SendRateStore(IJournals journals, IClock clock) : ISendRateStore, IReplica<SendEntry>
{
    private readonly IJournal<SendTimes, SendLine> _journal = journals.Open<SendTimes, SendLine>("send_rate", () => new SendTimes(clock));

    public bool IsDurable => journals.AreDurable;

    public Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken) =>
        _journal.ReadAsync(times => times.CountSince(since), cancellationToken);

    public Task<bool> TryRecordAsync(string emailId, Instant at, int limit, CancellationToken cancellationToken) => _journal.AppendAsync<bool>(
        times => limit > 0 && times.CountSince(at - Duration.FromHours(1)) >= limit
            ? ([], false)
            : ([new SendLine { Id = emailId, At = at }], true),
        cancellationToken);

    public Task<IReadOnlyList<SendEntry>> ReadSinceAsync(Instant since, CancellationToken cancellationToken) =>
        _journal.ReadAsync(times => times.Since(since), cancellationToken);

    public Task AddAsync(IReadOnlyCollection<SendEntry> entries, CancellationToken cancellationToken) => _journal.AppendAsync<bool>(
        times => ([.. entries.Where(entry => !times.Knows(entry.EmailId, entry.SentAt)).Select(entry => new SendLine { Id = entry.EmailId, At = entry.SentAt })], true),
        cancellationToken);
}
