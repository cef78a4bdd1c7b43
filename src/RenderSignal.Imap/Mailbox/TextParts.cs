using System.Globalization;
using MailKit;

namespace RenderSignal.Imap;

/// <summary>What a mail's structure says of its parts: which carry its text, and whether one is an attachment.</summary>
internal sealed class TextParts
{
    private TextParts()
    {
    }

    /// <summary>The <c>text/plain</c> parts that are not attachments, in order.</summary>
    public List<TextSection> Plain { get; } = [];

    /// <summary>The <c>text/html</c> parts that are not attachments, in order.</summary>
    public List<TextSection> Html { get; } = [];

    public bool HasAttachments { get; private set; }

    /// <summary>The size of all text parts as they travel.</summary>
    public long Octets => Plain.Concat(Html).Sum(part => part.Octets);

    /// <summary>
    /// Walks the structure without recursion: its depth is the sender's choice. Numbers the parts itself,
    /// because MailKit gives the text of a forwarded mail the number of the whole of that mail.
    /// </summary>
    public static TextParts Of(BodyPart root)
    {
        var parts = new TextParts();
        var waiting = new Stack<(BodyPart Part, string Section)>();
        Enter(root, "", waiting);
        while (waiting.TryPop(out var next))
        {
            if (next.Part is BodyPartMultipart)
            {
                Enter(next.Part, next.Section, waiting);
            }
            else if (next.Part is BodyPartBasic basic)
            {
                parts.Add(basic, next.Section, waiting);
            }
        }

        return parts;
    }

    /// <summary>The parts of a multipart are numbered from 1; a mail that is none is its own part 1.</summary>
    private static void Enter(BodyPart body, string section, Stack<(BodyPart Part, string Section)> waiting)
    {
        var children = body is BodyPartMultipart multipart ? multipart.BodyParts : [body];
        for (var number = children.Count; number > 0; number--)
        {
            var ownNumber = number.ToString(CultureInfo.InvariantCulture);
            waiting.Push((children[number - 1], section.Length == 0 ? ownNumber : $"{section}.{ownNumber}"));
        }
    }

    private void Add(BodyPartBasic part, string section, Stack<(BodyPart Part, string Section)> waiting)
    {
        if (part.IsAttachment)
        {
            HasAttachments = true;
        }
        else if (part is BodyPartMessage { Body: { } inner })
        {
            // A forwarded mail that is shown inline is part of the text, as a reader sees it.
            Enter(inner, section, waiting);
        }
        else if (part.ContentType.IsMimeType("text", "plain"))
        {
            Plain.Add(ToTextSection(part, section));
        }
        else if (part.ContentType.IsMimeType("text", "html"))
        {
            Html.Add(ToTextSection(part, section));
        }
        else if (part.FileName is not null)
        {
            HasAttachments = true;
        }
    }

    private static TextSection ToTextSection(BodyPartBasic part, string section) =>
        new(section, part.Octets, part.ContentTransferEncoding, part.ContentType.Charset);
}
