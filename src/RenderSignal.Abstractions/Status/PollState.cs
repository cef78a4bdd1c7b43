using NodaTime;

namespace RenderSignal;

/// <summary>What polling does at one moment.</summary>
public sealed record PollState
{
    /// <summary>When the process started.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Whether the process was started to poll (<c>ENABLE_BACKGROUND_TASKS</c>).</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Whether the polling service runs and holds the lock.</summary>
    public bool IsAlive { get; init; }

    /// <summary>The pause between two cycles (<c>EMAIL_POLLING_INTERVAL_SECONDS</c>); null: there is no polling service.</summary>
    public Duration? Interval { get; init; }

    /// <summary>How often the schedule is looked at outside its hours (<c>POLLING_INACTIVE_CHECK_INTERVAL_SECONDS</c>); null: there is no polling service.</summary>
    public Duration? InactiveCheckInterval { get; init; }

    /// <summary>When the next cycle begins, or while polling rests: when the schedule is looked at next. Null: none is planned, or one runs.</summary>
    public Instant? NextCycleAt { get; init; }

    /// <summary>How far the running cycle is; null: none runs.</summary>
    public CycleProgress? Progress { get; init; }

    /// <summary>When the last cycle ended that could read the mailbox and was not cut short; null: none has, since the start.</summary>
    public Instant? LastCycleAt { get; init; }

    /// <summary>That cycle in figures.</summary>
    public CycleSummary? LastCycle { get; init; }

    /// <summary>
    /// Since when the mail waits that has waited longest, as of the last cycle: one that is to be sent later, that its receiver refused,
    /// or that could not be read. Mails of senders who are not on the allowlist do not wait. Null: none waits.
    /// </summary>
    public Instant? WaitingSince { get; init; }
}
