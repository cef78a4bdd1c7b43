namespace RenderSignal.Chaos.Tests;

/// <summary>What the script does to a cluster. "Other" is a server that does not poll.</summary>
internal enum ActionKind
{
    /// <summary>SIGKILL, and a start after a while.</summary>
    KillPoller,

    /// <inheritdoc cref="KillPoller"/>
    KillOther,

    /// <summary>SIGTERM, and a start after a while.</summary>
    RestartPoller,

    /// <inheritdoc cref="RestartPoller"/>
    RestartOther,

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    StopPoller,

    /// <inheritdoc cref="StopPoller"/>
    StopOther,

    /// <summary>SIGKILL, and a start with its data after a while.</summary>
    KillRedis,

    /// <summary>SIGTERM, and a start with its data after a while.</summary>
    RestartRedis,

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    StopRedis,
}
