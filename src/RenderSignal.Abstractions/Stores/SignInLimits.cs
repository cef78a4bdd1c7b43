namespace RenderSignal;

/// <summary>
/// How who guesses passwords is slowed down. Failures from one address lock that address, each further time twice as long. Failures for
/// one user, from whatever addresses, lock that user, never longer than the first time: anybody could keep the operator out otherwise.
/// </summary>
public static class SignInLimits
{
    /// <summary>How many failures within <see cref="Window"/> lock.</summary>
    public const int MaxFailures = 5;

    /// <summary>One minute.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the first lock lasts, and each of a user: one minute.</summary>
    public static TimeSpan FirstLock { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a lock of an address lasts at the most: one hour.</summary>
    public static TimeSpan LongestLock { get; } = TimeSpan.FromHours(1);

    /// <summary>How long after the last failure, or the end of a lock, all of them are forgotten: one hour.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromHours(1);
}
