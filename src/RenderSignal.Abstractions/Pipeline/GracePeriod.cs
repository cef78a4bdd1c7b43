namespace RenderSignal;

/// <summary>
/// A token that is cancelled 5 seconds after another: what is in hand when the process stops may be finished. It is cancelled at once when
/// nothing may be finished any more.
/// </summary>
internal sealed class GracePeriod : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationTokenRegistration _end;

    /// <param name="time">Measures it.</param>
    /// <param name="stopping">Begins it.</param>
    /// <param name="ended">Ends it, whether it has begun or not.</param>
    public GracePeriod(TimeProvider time, CancellationToken stopping, CancellationToken ended = default)
    {
        // The source's own timer runs on the provider's time; it is started by the registration.
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = stopping.UnsafeRegister(state => ((CancellationTokenSource)state!).CancelAfter(Grace), _source);
        _end = ended.UnsafeRegister(state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _end.Dispose();
        _source.Dispose();
    }
}
