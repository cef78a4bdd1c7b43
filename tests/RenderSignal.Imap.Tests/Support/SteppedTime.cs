using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RenderSignal.Imap.Tests;

/// <summary>Time that goes on only when the poller waits, wait by wait: nothing is missed and nothing is raced.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LockRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        // Between two cycles, and for the lock. Longer ones are time limits.
        if ((dueTime > TimeSpan.Zero && dueTime <= Rest) || dueTime == LockRetry)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Lets the poller wait through so much time and come to its next wait.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero;)
        {
            var wait = await ArriveAsync();
            Advance(wait);
            left -= wait;
        }

        // That wait stays for the next call.
        _waits.Writer.TryWrite(await ArriveAsync());
    }

    private async Task<TimeSpan> ArriveAsync() =>
        await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TimeProvider.System, TestContext.Current.CancellationToken);
}
