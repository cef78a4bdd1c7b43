namespace RenderSignal;

/// <summary>Tells what would become of a mail. Sends nothing and remembers nothing.</summary>
public interface IEmailPreviewer
{
    /// <summary>Decides the mail as if it came now, with the settings in force and what is remembered.</summary>
    Task<EmailPreview> PreviewAsync(EmailDraft draft, CancellationToken cancellationToken);

    /// <summary>
    /// Fetches a mail of the ledger anew from its mailbox and decides it as if it came now, and for the first time: what is remembered of
    /// itself does not count. <see cref="EmailPreview.Delivery"/> is what a
    /// replay would send: of a mail that was sent before, as of then. The mail stays as it is, seen or not.
    /// </summary>
    /// <param name="emailId">The id of its ledger record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="EmailNotFetchedException">The mail cannot be had; <see cref="EmailNotFetchedException.Failure"/> says why.</exception>
    /// <exception cref="IOException">A store cannot be read.</exception>
    Task<EmailPreview> PreviewAsync(string emailId, CancellationToken cancellationToken);
}
