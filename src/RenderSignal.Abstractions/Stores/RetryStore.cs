using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

internal sealed class RetryStore(IJournals journals, IClock clock, IOptions<RenderSignalOptions> options) : IRetryStore
{
    private readonly IJournal<RetryStates, RetryLine> _journal =
        journals.Open<RetryStates, RetryLine>("retries", () => new RetryStates(clock, Duration.FromDays(options.Value.RetentionDays)));

    public Task<RetryState?> FindAsync(string key, CancellationToken cancellationToken) =>
        _journal.ReadAsync(states => states.Find(key), cancellationToken);

    public Task SetAsync(string key, RetryState state, CancellationToken cancellationToken) =>
        _journal.AppendAsync(new RetryLine { Key = key, Failures = state.Failures, NotBefore = state.NotBefore, Since = state.Since }, cancellationToken);

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is not null)
        {
            await _journal.AppendAsync(new RetryLine { Key = key }, cancellationToken);
        }
    }
}
