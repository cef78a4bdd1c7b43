using NodaTime;

namespace RenderSignal;

/// <summary>How long a mail that could not be read rests before it is tried again: 1 minute, doubled each time, 6 hours at the most.</summary>
internal sealed class RetryBackoff(IRetryStore store, IClock clock)
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromHours(6);

    public async Task<Instant?> NotBeforeAsync(string key, CancellationToken cancellationToken) =>
        (await store.FindAsync(key, cancellationToken))?.NotBefore;

    /// <summary>Why a mail is not to be tried yet; null: it is due.</summary>
    public async ValueTask<RetryState?> FindPauseAsync(MessageUid uid, CancellationToken cancellationToken) =>
        await store.FindAsync(uid.ToString(), cancellationToken) is { } state && state.NotBefore > clock.GetCurrentInstant() ? state : null;

    public async Task<Instant> PostponeAsync(string key, Instant since, CancellationToken cancellationToken)
    {
        var failures = ((await store.FindAsync(key, cancellationToken))?.Failures ?? 0) + 1;
        var pause = Duration.Min(First * Math.Pow(2, Math.Min(failures, 20) - 1), Longest);
        var notBefore = clock.GetCurrentInstant() + pause;
        await store.SetAsync(key, new RetryState(failures, notBefore) { Since = since }, cancellationToken);
        return notBefore;
    }

    public Task PostponeUntilAsync(string key, Instant notBefore, CancellationToken cancellationToken) =>
        store.SetAsync(key, new RetryState(1, notBefore), cancellationToken);

    public async Task ForgetAsync(string key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not null)
        {
            await store.RemoveAsync(key, cancellationToken);
        }
    }
}
