namespace RenderSignal;

/// <summary>What is to be done with a mail.</summary>
public enum EmailAction
{
    /// <summary>Nothing: it stays unseen and is met again in the next cycle.</summary>
    Leave,

    /// <summary>Mark it seen: it is remembered already.</summary>
    MarkSeen,

    /// <summary>Remember it and mark it seen, without sending.</summary>
    Acknowledge,

    /// <summary>Send it; acknowledge it once its receiver accepted.</summary>
    Send,
}
