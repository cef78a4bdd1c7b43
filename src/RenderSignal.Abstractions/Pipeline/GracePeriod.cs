namespace RenderSignal;

/// <summary>A token that is cancelled 5 seconds after another: what is in hand when the process stops may be finished.</summary>
internal sealed class GracePeriod : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public GracePeriod(TimeProvider time, CancellationToken stopping)
    {
        // The source's own timer runs on the provider's time; it is started by the registration.
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = stopping.UnsafeRegister(state => ((CancellationTokenSource)state!).CancelAfter(Grace), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
