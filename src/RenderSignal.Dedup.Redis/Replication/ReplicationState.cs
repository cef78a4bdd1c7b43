namespace RenderSignal.Dedup.Redis;

/// <summary>How far this server and Redis know what the other one does.</summary>
internal sealed record ReplicationState
{
    /// <summary>The generation of the Redis that has everything that this server knew; null: none has.</summary>
    public string? GivenTo { get; init; }

    /// <summary>The content of the Redis from which this server has everything; null: it has from none.</summary>
    public string? TakenFrom { get; init; }

    /// <summary>Until when it has everything, in milliseconds since 1970 UTC.</summary>
    public long TakenUntilMs { get; init; }
}
