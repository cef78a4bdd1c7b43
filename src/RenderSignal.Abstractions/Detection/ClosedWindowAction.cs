namespace RenderSignal;

/// <summary>What becomes of a recognised mail while the webhook window is closed (REFERENCE section 1, row 7).</summary>
public enum ClosedWindowAction
{
    /// <summary>It stays unseen and is met again in the next cycle.</summary>
    Leave,

    /// <summary>It is acknowledged and not sent: it would be too late when the window opens.</summary>
    Acknowledge,

    /// <summary>It is sent all the same, with the start of the window as its time.</summary>
    Send,
}
