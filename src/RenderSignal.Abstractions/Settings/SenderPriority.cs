namespace RenderSignal;

/// <summary>In which order the mails of one cycle are handled: high first.</summary>
public enum SenderPriority
{
    /// <summary>Before all others.</summary>
    High,

    /// <summary>A sender that is not listed.</summary>
    Medium,

    /// <summary>After all others.</summary>
    Low,
}
