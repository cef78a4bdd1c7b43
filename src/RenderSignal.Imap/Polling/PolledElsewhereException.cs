namespace RenderSignal.Imap;

/// <summary>The mailbox is another process's to poll now.</summary>
internal sealed class PolledElsewhereException(string message) : MailboxUnavailableException(message);
