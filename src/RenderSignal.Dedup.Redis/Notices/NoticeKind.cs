namespace RenderSignal.Dedup.Redis;

/// <summary>What a <see cref="Notice"/> tells.</summary>
internal enum NoticeKind
{
    /// <summary>Nothing: the sender tries whether it hears itself.</summary>
    Echo,

    /// <summary>A settings document was changed: read all of them.</summary>
    Settings,

    /// <summary>Something happened to a mail: <see cref="Notice.Event"/>.</summary>
    Activity,

    /// <summary>The sender could not tell everything that happened: read ledger and settings anew.</summary>
    Missed,

    /// <summary>Somebody asks for a poll cycle.</summary>
    Cycle,
}
