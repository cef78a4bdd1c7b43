using MailKit;

namespace RenderSignal.Imap;

/// <summary>What a mail's structure says of its parts: which carry its text, and whether one is an attachment.</summary>
internal sealed class TextParts
{
    private TextParts()
    {
    }

    /// <summary>The <c>text/plain</c> parts that are not attachments, in order.</summary>
    public List<BodyPartBasic> Plain { get; } = [];

    /// <summary>The <c>text/html</c> parts that are not attachments, in order.</summary>
    public List<BodyPartBasic> Html { get; } = [];

    public bool HasAttachments { get; private set; }

    /// <summary>The size of all text parts as they travel.</summary>
    public long Octets => Plain.Concat(Html).Sum(part => (long)part.Octets);

    /// <summary>Walks the structure without recursion: its depth is the sender's choice.</summary>
    public static TextParts Of(BodyPart root)
    {
        var parts = new TextParts();
        var waiting = new Stack<BodyPart>([root]);
        while (waiting.TryPop(out var part))
        {
            if (part is BodyPartMultipart multipart)
            {
                for (var i = multipart.BodyParts.Count - 1; i >= 0; i--)
                {
                    waiting.Push(multipart.BodyParts[i]);
                }
            }
            else if (part is BodyPartBasic basic)
            {
                parts.Add(basic, waiting);
            }
        }

        return parts;
    }

    private void Add(BodyPartBasic part, Stack<BodyPart> waiting)
    {
        var isText = part.ContentType.IsMimeType("text", "plain") || part.ContentType.IsMimeType("text", "html");
        if (part.IsAttachment)
        {
            HasAttachments = true;
        }
        else if (part is BodyPartMessage { Body: { } inner })
        {
            // A forwarded mail that is shown inline is part of the text, as a reader sees it.
            waiting.Push(inner);
        }
        else if (isText)
        {
            (part.ContentType.IsMimeType("text", "plain") ? Plain : Html).Add(part);
        }
        else if (part.FileName is not null)
        {
            HasAttachments = true;
        }
    }
}
