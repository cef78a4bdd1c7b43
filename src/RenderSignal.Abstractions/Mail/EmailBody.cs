namespace RenderSignal;

/// <summary>The text of a mail: its text parts without the attachments, decoded.</summary>
/// <param name="PlainText">All <c>text/plain</c> parts joined; empty when there is none.</param>
/// <param name="Html">All <c>text/html</c> parts joined, mark-up included; empty when there is none.</param>
public sealed record EmailBody(string PlainText, string Html)
{
    /// <summary>The text that detectors read and receivers get: plain text, a line feed, HTML (REFERENCE section 1).</summary>
    public string Content => $"{PlainText}\n{Html}";
}
