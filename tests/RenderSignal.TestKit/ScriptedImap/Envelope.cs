using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>Writes ENVELOPE (RFC 3501 section 7.4.2). Encoded words are left as they are.</summary>
internal static partial class Envelope
{
    public static string Write(MailPart mail)
    {
        var from = mail.Field("From");
        return ImapText.List(
        [
            ImapText.String(mail.Field("Date")),
            ImapText.String(mail.Field("Subject")),
            Addresses(from),
            Addresses(mail.Field("Sender") ?? from),
            Addresses(mail.Field("Reply-To") ?? from),
            Addresses(mail.Field("To")),
            Addresses(mail.Field("Cc")),
            Addresses(mail.Field("Bcc")),
            ImapText.String(mail.Field("In-Reply-To")),
            ImapText.String(mail.Field("Message-ID")),
        ]);
    }

    private static string Addresses(string? field)
    {
        var addresses = SingleAddress().Matches(field ?? "")
            .Select(match => match.Value.Contains('"') ? match.Value : Comment().Replace(match.Value, ""))
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(Address)
            .ToList();
        return addresses.Count == 0 ? "NIL" : $"({string.Concat(addresses)})";
    }

    private static string Address(string text)
    {
        var open = text.LastIndexOf('<');
        var name = open > 0 ? HeaderValue.Unquote(text[..open].Trim()) : "";
        var address = (open < 0 ? text : text[(open + 1)..].TrimEnd().TrimEnd('>')).Trim();
        var at = address.LastIndexOf('@');
        return ImapText.List(
        [
            ImapText.String(name.Length > 0 ? name : null),
            "NIL",
            ImapText.String(at < 0 ? address : address[..at]),
            ImapText.String(at < 0 ? "" : address[(at + 1)..]),
        ]);
    }

    [GeneratedRegex("""(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^",<])+""")]
    private static partial Regex SingleAddress();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Comment();
}
