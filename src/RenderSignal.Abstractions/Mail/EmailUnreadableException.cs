namespace RenderSignal;

/// <summary>One mail cannot be fetched or understood. The mails around it are not touched by this.</summary>
public sealed class EmailUnreadableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
