using System.Globalization;
using System.Text;

namespace RenderSignal.Imap.Tests;

/// <summary>Mails as they lie on a server.</summary>
internal static class Mails
{
    /// <summary>A plain mail with a subject and so an id of its own.</summary>
    public static string Plain(string subject, string text = "Bonjour", string from = "Anne <anne@partner.test>") =>
        $"Message-ID: <{Token(subject)}@partner.test>\nDate: Wed, 18 Nov 2026 09:00:00 +0000\nFrom: {from}\nTo: inbox@mail.test\nSubject: {subject}\n\n{text}\n";

    /// <summary>The same mail with its text in one part and a file of so many octets beside it.</summary>
    public static string WithAttachment(string subject, string text, int octets) => $"""
        Message-ID: <{Token(subject)}@partner.test>
        Date: Wed, 18 Nov 2026 09:00:00 +0000
        From: Anne <anne@partner.test>
        To: inbox@mail.test
        Subject: {subject}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=frontier

        --frontier
        Content-Type: text/plain; charset=utf-8

        {text}
        --frontier
        Content-Type: application/pdf; name=big.pdf
        Content-Disposition: attachment; filename=big.pdf
        Content-Transfer-Encoding: base64

        {Lines(octets)}
        --frontier--

        """;

    /// <summary>So many octets in lines of 76.</summary>
    public static string Lines(int octets) =>
        new StringBuilder().Insert(0, new string('A', 74) + "\r\n", Math.Max(1, octets / 76)).ToString();

    /// <summary>A mail with these header lines and this text, all in octets of Latin-1, which can be any octets.</summary>
    public static byte[] Raw(string mail) => Encoding.Latin1.GetBytes(mail.ReplaceLineEndings("\r\n"));

    private static string Token(string subject) => string.Create(CultureInfo.InvariantCulture, $"{subject.GetHashCode(StringComparison.Ordinal):x8}");
}
