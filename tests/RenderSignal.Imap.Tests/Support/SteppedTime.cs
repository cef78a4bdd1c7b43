using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace RenderSignal.Imap.Tests;

/// <summary>Time that goes on only when the poller waits, wait by wait: nothing is missed and nothing is raced.</summary>
internal sealed class SteppedTime : FakeTimeProvider
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LockRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Channel<Wait> _waits = Channel.CreateUnbounded<Wait>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(base.CreateTimer(callback, state, dueTime, period), dueTime);
        // Between two cycles, and for the lock. Longer ones are time limits.
        if ((dueTime > TimeSpan.Zero && dueTime <= Rest) || dueTime == LockRetry)
        {
            _waits.Writer.TryWrite(wait);
        }

        return wait;
    }

    /// <summary>Lets the poller wait through so much time and come to its next wait.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero;)
        {
            var wait = await ArriveAsync();
            Advance(wait.Span);
            left -= wait.Span;
        }

        // That wait stays for the next call.
        _waits.Writer.TryWrite(await ArriveAsync());
    }

    private async Task<Wait> ArriveAsync()
    {
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TimeProvider.System, TestContext.Current.CancellationToken);
            if (!wait.IsOver)
            {
                return wait;
            }
        }
    }

    /// <summary>One that ends before its time, because something else woke the poller, is none to wait through.</summary>
    private sealed class Wait(ITimer timer, TimeSpan span) : ITimer
    {
        private volatile bool _isOver;

        public TimeSpan Span => span;

        public bool IsOver => _isOver;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            _isOver = true;
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
