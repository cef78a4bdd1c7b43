using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RenderSignal.Imap.Tests;

/// <summary>Time that goes on only when the poller waits, second by second: nothing is missed and nothing is raced.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= Second)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Lets the poller wait through so much time and come to its next wait.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= Second)
        {
            await ArriveAsync();
            Advance(Second);
        }

        // That wait stays for the next call.
        _waits.Writer.TryWrite(await ArriveAsync());
    }

    private async Task<TimeSpan> ArriveAsync() =>
        await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TimeProvider.System, TestContext.Current.CancellationToken);
}
