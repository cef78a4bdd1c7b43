namespace RenderSignal.Dedup.Redis;

/// <summary>A moment on both of a machine's clocks.</summary>
/// <param name="Timestamp">On the monotonic one, which nobody sets, but which may stand still while the machine is suspended.</param>
/// <param name="Utc">On the one that goes on then, but which somebody may set.</param>
internal sealed record Moment(long Timestamp, DateTimeOffset Utc)
{
    public static Moment Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    /// <summary>How long ago it was at the most.</summary>
    public TimeSpan Elapsed(TimeProvider time)
    {
        var (monotonic, wall) = (time.GetElapsedTime(Timestamp), time.GetUtcNow() - Utc);
        return monotonic > wall ? monotonic : wall;
    }
}
