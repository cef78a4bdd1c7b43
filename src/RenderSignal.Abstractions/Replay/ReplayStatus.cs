namespace RenderSignal;

/// <summary>How a replay ended.</summary>
public enum ReplayStatus
{
    /// <summary>The receiver accepted the mail; it is acknowledged.</summary>
    Sent,

    /// <summary>The receiver did not accept it.</summary>
    Refused,

    /// <summary>The settings do not let it go out.</summary>
    HeldBack,

    /// <summary>The ledger has no such mail.</summary>
    Unknown,

    /// <summary>The mail is not in the mailbox any more, or not where it was.</summary>
    Gone,

    /// <summary>The mailbox cannot be reached, or hands the mail out no more.</summary>
    Unreadable,

    /// <summary>A cycle runs, or another replay, and takes long; try again when it is over.</summary>
    Busy,
}
