using NodaTime;

namespace RenderSignal;

/// <summary>One visit to the mailbox at a time: a cycle, or a mail that is fetched to be sent again.</summary>
internal sealed class CycleGate(IClock clock, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Visit? _visit;

    /// <summary>When the visit in hand began; null: there is none.</summary>
    public Instant? VisitBegan => _visit?.Began;

    /// <returns>What ends the visit when it is disposed of.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return _visit = new Visit(this, clock.GetCurrentInstant());
    }

    /// <returns>As <see cref="EnterAsync"/>; null when the visit of another does not end in time.</returns>
    public async Task<IDisposable?> TryEnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await EnterAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Visit(CycleGate gate, Instant began) : IDisposable
    {
        public Instant Began => began;

        public void Dispose()
        {
            gate._visit = null;
            gate._gate.Release();
        }
    }
}
