namespace RenderSignal;

/// <summary>How a try to take a <see cref="IPollerLock"/> ended.</summary>
public sealed record PollerLockAttempt
{
    private PollerLockAttempt()
    {
    }

    /// <summary>What is held from now on; null: the lock was not taken.</summary>
    public IPollerLease? Lease { get; private init; }

    /// <summary>Why the lock was not taken; null: it was.</summary>
    public Phrase? Obstacle { get; private init; }

    /// <summary>What a log says beside the obstacle, such as the file or key concerned; null: nothing.</summary>
    public string? Detail { get; private init; }

    /// <summary>In how long the obstacle is over by itself; null: that is not known.</summary>
    public TimeSpan? OverIn { get; private init; }

    /// <summary>Whether the obstacle is something to mend, not another process that polls.</summary>
    public bool IsFault { get; private init; }

    /// <summary>The lock was taken.</summary>
    public static PollerLockAttempt Taken(IPollerLease lease) => new() { Lease = lease };

    /// <summary>The lock was not taken, and nothing is wrong: another process has it, or it is to be waited for.</summary>
    /// <param name="obstacle">Why, without passwords.</param>
    /// <param name="detail">What a log says beside it.</param>
    /// <param name="overIn">In how long the obstacle is over by itself, if that is known.</param>
    public static PollerLockAttempt Wait(Phrase obstacle, string? detail = null, TimeSpan? overIn = null) =>
        new() { Obstacle = obstacle, Detail = detail, OverIn = overIn };

    /// <summary>The lock cannot be taken until somebody mends something.</summary>
    /// <param name="obstacle">What is wrong and what to do, without passwords.</param>
    public static PollerLockAttempt Fault(Phrase obstacle) => new() { Obstacle = obstacle, IsFault = true };
}
