namespace RenderSignal;

/// <summary>The failures of one address or one user. All times are counted from the start of the process.</summary>
/// <param name="longestLock">Each lock lasts twice as long as the one before, but no longer than this.</param>
internal sealed class FailureCount(TimeSpan longestLock)
{
    private readonly Queue<TimeSpan> _failures = new(SignInLimits.MaxFailures);
    private TimeSpan _nextLock = SignInLimits.FirstLock;

    public TimeSpan LockedUntil { get; private set; }

    public TimeSpan Last { get; private set; }

    public bool IsForgotten(TimeSpan now) => now - (LockedUntil > Last ? LockedUntil : Last) >= SignInLimits.Memory;

    /// <returns>How long it is locked from now on, when this failure was one too many.</returns>
    public TimeSpan? Add(TimeSpan now)
    {
        while (_failures.TryPeek(out var oldest) && now - oldest >= SignInLimits.Window)
        {
            _failures.Dequeue();
        }

        _failures.Enqueue(now);
        Last = now;
        if (_failures.Count < SignInLimits.MaxFailures)
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
