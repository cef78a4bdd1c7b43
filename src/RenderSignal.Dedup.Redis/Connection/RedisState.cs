namespace RenderSignal.Dedup.Redis;

/// <summary>What Redis can be asked for, from nothing to everything.</summary>
internal enum RedisState
{
    /// <summary>It does not answer.</summary>
    Away,

    /// <summary>It answers, but does not take what is to be remembered: a replica, out of memory, no permission.</summary>
    ReadOnly,

    /// <summary>It reads and writes.</summary>
    Available,
}
