using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

internal sealed class RetryStore(IJournals journals, IClock clock, IOptions<RenderSignalOptions> options) : IRetryStore, IReplica<RetryEntry>
{
    private readonly IJournal<RetryStates, RetryLine> _journal =
        journals.Open<RetryStates, RetryLine>("retries", () => new RetryStates(clock, Duration.FromDays(options.Value.RetentionDays)));

    public bool IsDurable => journals.AreDurable;

    public Task<RetryState?> FindAsync(string key, CancellationToken cancellationToken) =>
        _journal.ReadAsync(states => states.Find(key), cancellationToken);

    public Task<RetryState?> UpdateAsync(string key, Func<RetryState?, RetryState?> update, CancellationToken cancellationToken) =>
        _journal.AppendAsync<RetryState?>(
            states =>
            {
                var earlier = states.Find(key);
                var state = update(earlier);
                return (state == earlier ? [] : [RetryLine.For(key, state)], state);
            },
            cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => UpdateAsync(key, _ => null, cancellationToken);

    public Task<IReadOnlyList<RetryEntry>> ReadSinceAsync(Instant since, CancellationToken cancellationToken) =>
        _journal.ReadAsync(states => states.Since(since), cancellationToken);

    public Task AddAsync(IReadOnlyCollection<RetryEntry> entries, CancellationToken cancellationToken) => _journal.AppendAsync<bool>(
        states => ([.. entries.Where(entry => states.Find(entry.Key) != entry.State).Select(entry => RetryLine.For(entry.Key, entry.State))], true),
        cancellationToken);
}
