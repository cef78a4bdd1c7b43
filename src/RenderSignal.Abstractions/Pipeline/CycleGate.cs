namespace RenderSignal;

/// <summary>One visit to the mailbox at a time: a cycle, or a mail that is fetched to be sent again.</summary>
internal sealed class CycleGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <returns>What ends the visit when it is disposed of.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Visit(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Visit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
