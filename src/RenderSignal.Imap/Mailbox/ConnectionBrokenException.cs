namespace RenderSignal.Imap;

/// <summary>The connection broke while one command ran. Whether the command or the network is to blame, only a second try tells.</summary>
internal sealed class ConnectionBrokenException(string message, Exception innerException)
    : MailboxUnavailableException(message, innerException);
