using NodaTime;

namespace RenderSignal;

internal sealed class SendRateStore(IJournals journals, IClock clock) : ISendRateStore
{
    private readonly IJournal<SendTimes, SendLine> _journal = journals.Open<SendTimes, SendLine>("send_rate", () => new SendTimes(clock));

    public Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken) =>
        _journal.ReadAsync(times => times.CountSince(since), cancellationToken);

    public Task RecordAsync(string emailId, Instant at, CancellationToken cancellationToken) =>
        _journal.AppendAsync(new SendLine { Id = emailId, At = at }, cancellationToken);
}
