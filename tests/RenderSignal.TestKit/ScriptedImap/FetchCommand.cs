using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace RenderSignal.TestKit;

/// <summary>FETCH and UID FETCH (RFC 3501 section 6.4.5).</summary>
internal static partial class FetchCommand
{
    private static readonly InstantPattern DatePattern =
        InstantPattern.CreateWithInvariantCulture("dd-MMM-uuuu HH:mm:ss '+0000'");

    public static string Run(MailboxView view, string arguments, bool byUid, ImapReply reply)
    {
        var words = arguments.Split(' ', 2);
        if (words.Length < 2)
        {
            throw new ImapSyntaxException("FETCH needs mails and items.");
        }

        var items = Item().Matches(Expand(words[1])).ToList();
        foreach (var (number, mail) in view.Find(words[0], byUid))
        {
            List<string> values = [];
            if (byUid && !items.Exists(item => item.Value.Equals("UID", StringComparison.OrdinalIgnoreCase)))
            {
                values.Add($"UID {mail.Uid}");
            }

            values.AddRange(items.Select(item => Value(mail, item)));
            if (!view.IsReadOnly && !mail.IsSeen && items.Exists(MarksSeen))
            {
                mail.Flags = mail.Flags.Add("\\Seen");
                values.Add($"FLAGS {ImapText.List(mail.Flags)}");
            }

            reply.Untagged($"{number} FETCH {ImapText.List(values)}");
        }

        return "OK FETCH completed";
    }

    private static string Expand(string items) => items.Trim().ToUpperInvariant() switch
    {
        "ALL" => "FLAGS INTERNALDATE RFC822.SIZE ENVELOPE",
        "FAST" => "FLAGS INTERNALDATE RFC822.SIZE",
        "FULL" => "FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY",
        _ => items,
    };

    private static bool MarksSeen(Match item) =>
        item.Value.StartsWith("BODY[", StringComparison.OrdinalIgnoreCase)
        || item.Value.ToUpperInvariant() is "RFC822" or "RFC822.TEXT";

    private static string Value(ScriptedMail mail, Match item) => item.Value.ToUpperInvariant() switch
    {
        "FLAGS" => $"FLAGS {ImapText.List(mail.Flags)}",
        "UID" => $"UID {mail.Uid}",
        "RFC822.SIZE" => $"RFC822.SIZE {mail.Root.Source.Length}",
        "INTERNALDATE" => $"INTERNALDATE \"{DatePattern.Format(mail.Arrived)}\"",
        "ENVELOPE" => $"ENVELOPE {Envelope.Write(mail.Root)}",
        "BODYSTRUCTURE" => $"BODYSTRUCTURE {BodyStructure.Write(mail.Root, extensions: true)}",
        "BODY" => $"BODY {BodyStructure.Write(mail.Root, extensions: false)}",
        "RFC822" => $"RFC822 {ImapText.Literal(mail.Root.Source)}",
        "RFC822.HEADER" => $"RFC822.HEADER {ImapText.Literal(mail.Root.Header)}",
        "RFC822.TEXT" => $"RFC822.TEXT {ImapText.Literal(mail.Root.Body)}",
        _ when item.Groups["section"].Success => Section(mail, item),
        _ => throw new ImapSyntaxException($"{item.Value} cannot be fetched here."),
    };

    private static string Section(ScriptedMail mail, Match item)
    {
        var section = item.Groups["section"].Value;
        var content = BodySection.Find(mail.Root, section);
        var origin = "";
        if (content is not null && item.Groups["start"].Success)
        {
            var start = int.Parse(item.Groups["start"].Value, CultureInfo.InvariantCulture);
            var length = int.Parse(item.Groups["length"].Value, CultureInfo.InvariantCulture);
            origin = $"<{start}>";
            content = start < content.Length ? content.Substring(start, Math.Min(length, content.Length - start)) : "";
        }

        return $"BODY[{section}]{origin} {(content is null ? "NIL" : ImapText.Literal(content))}";
    }

    [GeneratedRegex(
        @"BODY(?:\.PEEK)?\[(?<section>[^\]]*)\](?:<(?<start>\d{1,9})\.(?<length>\d{1,9})>)?|[A-Z0-9.]+", RegexOptions.IgnoreCase)]
    private static partial Regex Item();
}
