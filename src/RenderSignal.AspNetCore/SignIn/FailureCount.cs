namespace RenderSignal.AspNetCore;

/// <summary>The failures of one address or one user. All times are counted from the start of the process.</summary>
/// <param name="longestLock">Each lock lasts twice as long as the one before, but no longer than this.</param>
internal sealed class FailureCount(TimeSpan longestLock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Queue<TimeSpan> _failures = new(SignInThrottle.MaxFailures);
    private TimeSpan _nextLock = SignInThrottle.FirstLock;

    public TimeSpan LockedUntil { get; private set; }

    public TimeSpan Last { get; private set; }

    public bool IsForgotten(TimeSpan now) => now - (LockedUntil > Last ? LockedUntil : Last) >= Memory;

    /// <returns>How long it is locked from now on, when this failure was one too many.</returns>
    public TimeSpan? Add(TimeSpan now)
    {
        while (_failures.TryPeek(out var oldest) && now - oldest >= Window)
        {
            _failures.Dequeue();
        }

        _failures.Enqueue(now);
        Last = now;
        if (_failures.Count < SignInThrottle.MaxFailures)
        {
            return null;
        }

        var length = _nextLock;
        LockedUntil = now + length;
        _nextLock = length * 2 < longestLock ? length * 2 : longestLock;
        _failures.Clear();
        return length;
    }
}
