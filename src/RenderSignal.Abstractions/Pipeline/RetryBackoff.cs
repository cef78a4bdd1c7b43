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
        var now = clock.GetCurrentInstant();
        var state = await store.UpdateAsync(key, earlier => Next(earlier?.Failures + 1 ?? 1), cancellationToken);
        return state!.NotBefore;

        RetryState Next(int failures) =>
            new(failures, now + Duration.Min(First * Math.Pow(2, Math.Min(failures, 20) - 1), Longest)) { Since = since };
    }

    public Task PostponeUntilAsync(string key, Instant notBefore, CancellationToken cancellationToken) =>
        store.UpdateAsync(key, _ => new RetryState(1, notBefore), cancellationToken);

    public Task ForgetAsync(string key, CancellationToken cancellationToken) => store.RemoveAsync(key, cancellationToken);
}
