using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A store that another server uses too: right after the sends were counted it takes a place.</summary>
internal sealed class ContestedSendRateStore(ISendRateStore inner, IClock clock) : ISendRateStore
{
    public async Task<int> CountSinceAsync(Instant since, CancellationToken cancellationToken)
    {
        var count = await inner.CountSinceAsync(since, cancellationToken);
        await inner.RecordAsync("of another server", clock.GetCurrentInstant(), cancellationToken);
        return count;
    }

    public Task<bool> TryRecordAsync(string emailId, Instant at, int limit, CancellationToken cancellationToken) =>
        inner.TryRecordAsync(emailId, at, limit, cancellationToken);
}
