using NodaTime;

namespace RenderSignal.Imap;

/// <summary>
/// The pause before the mailbox is tried again: 1 second, doubled with each failure up to 5 minutes, and jittered
/// so that many processes do not come back in step: between half of it and all of it, but never under a second.
/// </summary>
internal sealed class ConnectBackoff(Random random)
{
    private static readonly Duration First = Duration.FromSeconds(1);
    private static readonly Duration Longest = Duration.FromMinutes(5);

    /// <summary>How many failures there were in a row.</summary>
    public int Failures { get; private set; }

    public Duration Fail()
    {
        var step = Duration.Min(First * Math.Pow(2, Math.Min(Failures++, 20)), Longest);
        // Timers know no less than a millisecond.
        return Duration.FromMilliseconds(Math.Round(Math.Max((step * (0.5 + (random.NextDouble() / 2))).TotalMilliseconds, First.TotalMilliseconds)));
    }

    public void Reset() => Failures = 0;
}
