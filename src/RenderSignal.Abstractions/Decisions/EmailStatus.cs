namespace RenderSignal;

/// <summary>What became of a mail.</summary>
public enum EmailStatus
{
    /// <summary>Sent and accepted; acknowledged.</summary>
    Sent,

    /// <summary>Acknowledged by a recorded decision not to send.</summary>
    Skipped,

    /// <summary>Left unseen by a recorded decision; met again in the next cycle.</summary>
    Left,

    /// <summary>Left unseen because a send failed or the mail could not be read; tried again later.</summary>
    Failed,
}
