namespace RenderSignal;

/// <summary>The mailbox cannot be reached or used now; trying again later may help.</summary>
public class MailboxUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
