namespace RenderSignal;

/// <summary>
/// One visit to a mailbox. Everything but <see cref="EmailUnreadableException"/> ends the visit:
/// the mails not yet decided stay unseen and are met again at the next one.
/// </summary>
public interface IMailboxSession : IAsyncDisposable
{
    /// <summary>Headers and structure of the unseen mails, in mailbox order. No text of any mail travels for this.</summary>
    /// <param name="isDue">Asked before the headers of a mail are fetched; a mail it answers false for is passed over.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="MailboxUnavailableException">The connection broke.</exception>
    Task<MailboxListing> ListUnseenAsync(Func<MessageUid, CancellationToken, ValueTask<bool>> isDue, CancellationToken cancellationToken);

    /// <summary>Headers and structure of one mail, seen or not; null when it is not there any more.</summary>
    /// <exception cref="EmailUnreadableException">It is there, but cannot be had.</exception>
    /// <exception cref="MailboxUnavailableException">The connection broke.</exception>
    Task<EmailEnvelope?> FindAsync(MessageUid uid, CancellationToken cancellationToken);

    /// <summary>The text parts of one mail, attachments left out.</summary>
    /// <exception cref="EmailUnreadableException">This mail cannot be had; the session goes on.</exception>
    /// <exception cref="MailboxUnavailableException">The connection broke.</exception>
    Task<EmailBody> FetchBodyAsync(EmailEnvelope email, CancellationToken cancellationToken);

    /// <summary>Stores <c>\Seen</c> on the mails, in one command where the server allows.</summary>
    /// <exception cref="MailboxUnavailableException">The connection broke.</exception>
    Task MarkSeenAsync(IReadOnlyCollection<MessageUid> emails, CancellationToken cancellationToken);
}
