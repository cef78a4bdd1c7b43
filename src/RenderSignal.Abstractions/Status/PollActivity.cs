using NodaTime;

namespace RenderSignal;

/// <summary>What polling does now and did last, in this process. Safe for concurrent use.</summary>
public sealed class PollActivity(IClock clock)
{
    private readonly Lock _sync = new();
    private PollState _state = new() { StartedAt = clock.GetCurrentInstant() };

    /// <summary>A snapshot.</summary>
    public PollState Current
    {
        get
        {
            lock (_sync)
            {
                return _state;
            }
        }
    }

    /// <summary>The polling service tells whether this process polls by schedule.</summary>
    /// <param name="enabled">Whether it was started to poll.</param>
    /// <param name="alive">Whether the service runs and holds the lock.</param>
    public void PollerIs(bool enabled, bool alive) => Change(state => state with { IsEnabled = enabled, IsAlive = alive });

    /// <summary>The polling service tells how often it would poll, whether it does or not.</summary>
    /// <param name="interval">The pause between two cycles.</param>
    /// <param name="inactiveCheckInterval">How often the schedule is looked at outside its hours.</param>
    public void PollsEvery(Duration interval, Duration inactiveCheckInterval) =>
        Change(state => state with { Interval = interval, InactiveCheckInterval = inactiveCheckInterval });

    /// <summary>The polling service tells when it runs the next cycle, or looks whether one is due; null: it does not know.</summary>
    public void NextCycleAt(Instant? next) => Change(state => state with { NextCycleAt = next });

    internal void CycleBegan() => Change(state => state with { Progress = new CycleProgress(0, 0) });

    internal void EmailsFound(int total) => Change(state => state with { Progress = new CycleProgress(0, total) });

    internal void EmailHandled() => Change(state => state with
    {
        Progress = state.Progress is { } progress ? progress with { Done = progress.Done + 1 } : null,
    });

    /// <summary>A cycle read the whole mailbox.</summary>
    /// <param name="summary">What became of its mails.</param>
    /// <param name="waitingSince">Since when the mail waits that has waited longest.</param>
    internal void CycleCompleted(CycleSummary summary, Instant? waitingSince) =>
        Change(state => state with { LastCycleAt = clock.GetCurrentInstant(), LastCycle = summary, WaitingSince = waitingSince });

    /// <summary>A cycle is over, however it ended.</summary>
    internal void CycleEnded() => Change(state => state with { Progress = null });

    private void Change(Func<PollState, PollState> change)
    {
        lock (_sync)
        {
            _state = change(_state);
        }
    }
}
