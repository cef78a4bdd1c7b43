namespace RenderSignal;

/// <summary>Tells what would become of a mail. Sends nothing and remembers nothing.</summary>
public interface IEmailPreviewer
{
    /// <summary>Decides the mail as if it came now, with the settings in force and what is remembered.</summary>
    Task<EmailPreview> PreviewAsync(EmailDraft draft, CancellationToken cancellationToken);
}
