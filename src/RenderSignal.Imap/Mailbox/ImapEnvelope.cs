namespace RenderSignal.Imap;

/// <summary>A mail's envelope with what is needed to fetch its text.</summary>
internal sealed record ImapEnvelope(EmailEnvelope Envelope, TextParts Parts);
