using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RenderSignal.TestKit;

/// <summary>Fake time that tells when somebody has begun to wait, so that a test never advances it too early.</summary>
public sealed class ObservedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ObservedTimer(base.CreateTimer(callback, state, dueTime, period), _waits.Writer);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets a wait of this length pass as soon as it has begun.</summary>
    public async Task PassAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await BeginsAsync(wait, cancellationToken);
        Advance(wait);
    }

    /// <summary>Waits until a wait of this length has begun; each is seen once.</summary>
    public async Task BeginsAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(TimeSpan.FromSeconds(10));
        while (await _waits.Reader.ReadAsync(bounded.Token) != wait)
        {
        }
    }

    // A cancellation source makes its timer first and sets it then.
    private sealed class ObservedTimer(ITimer timer, ChannelWriter<TimeSpan> waits) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            waits.TryWrite(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
