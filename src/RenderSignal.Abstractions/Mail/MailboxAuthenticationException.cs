namespace RenderSignal;

/// <summary>The server refused the user or the password; only a change of the settings helps.</summary>
public sealed class MailboxAuthenticationException(string message, Exception? innerException = null)
    : MailboxUnavailableException(message, innerException);
