namespace RenderSignal;

/// <summary>What a look into the mailbox found.</summary>
/// <param name="Emails">The readable unseen mails, in mailbox order.</param>
/// <param name="Unreadable">The unseen mails whose headers or structure could not be had.</param>
/// <param name="PassedOver">How many unseen mails were passed over because they are not due.</param>
public sealed record MailboxListing(
    IReadOnlyList<EmailEnvelope> Emails,
    IReadOnlyList<UnreadableEmail> Unreadable,
    int PassedOver = 0);
