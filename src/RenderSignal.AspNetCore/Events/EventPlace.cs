namespace RenderSignal.AspNetCore;

/// <summary>A place among the event streams, from when a stream is opened until it is disposed of.</summary>
/// <param name="session">The id of the built-in sign-in's session that opened it; null: something else did.</param>
/// <param name="longest">For how long it may be held.</param>
/// <param name="time">What time it is.</param>
/// <param name="leave">Gives it free.</param>
internal sealed class EventPlace(string? session, TimeSpan longest, TimeProvider time, Action<EventPlace> leave) : IDisposable
{
    private readonly CancellationTokenSource _ended = new(longest, time);
    private bool _isFree;

    public string? Session { get; } = session;

    /// <summary>Ends the stream.</summary>
    public CancellationToken Ended => _ended.Token;

    public void End()
    {
        try
        {
            _ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isFree, true))
        {
            leave(this);
            _ended.Dispose();
        }
    }
}
