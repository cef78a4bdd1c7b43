namespace RenderSignal;

/// <summary>Why a mail of the ledger cannot be had from its mailbox again.</summary>
public enum FetchFailure
{
    /// <summary>The ledger has no such mail.</summary>
    Unknown,

    /// <summary>The mail is not in the mailbox any more, or nobody can tell where it lies.</summary>
    Gone,

    /// <summary>The mailbox cannot be reached, or the mail cannot be read.</summary>
    Unreadable,

    /// <summary>The mailbox is in use, and stays so for long.</summary>
    Busy,
}
