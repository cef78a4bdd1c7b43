using System.Text;

namespace RenderSignal.TestKit.Tests;

/// <summary>The mails that both IMAP servers are tried with.</summary>
internal static class Mails
{
    public const string Simple = """
        From: Ada <ada@sender.test>
        To: inbox@mail.test
        Subject: Simple
        Date: Mon, 05 Jan 2026 10:00:00 +0100
        Message-ID: <simple@sender.test>
        Content-Type: text/plain; charset=utf-8

        Bonjour à tous.

        """;

    public const string WithAttachment = """
        From: =?utf-8?Q?Ren=C3=A9e?= <renee@sender.test>
        To: inbox@mail.test
        Subject: =?utf-8?Q?Pi=C3=A8ce_jointe?=
        Date: Tue, 06 Jan 2026 11:00:00 +0100
        Message-ID: <attachment@sender.test>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        This is a message in MIME.
        --outer
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Le texte est ici=C2=A0: =C3=A9t=C3=A9.
        --inner
        Content-Type: text/html; charset=utf-8

        <p>Le texte</p>
        --inner--

        --outer
        Content-Type: application/pdf; name="plan.pdf"
        Content-Disposition: attachment; filename="plan.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --outer--

        """;

    public const string Forwarded = """
        From: "Doe, \"Jo\"" <jo@sender.test>, plain@sender.test
        To: (comment) inbox@mail.test,
         other@mail.test
        Cc: Plain Words <cc@mail.test>
        Subject: A "quoted" \ subject
         that is folded
        Date: Wed, 07 Jan 2026 12:00:00 +0100
        In-Reply-To: <simple@sender.test>
        Message-ID: <forwarded@sender.test>
        MIME-Version: 1.0
        Content-Type: multipart/mixed;
         boundary="b (1)"; charset=utf-8

        --b (1)
        Content-ID: <part@sender.test>
        Content-Description: The text

        See below.

        --b (1)
        Content-Type: message/rfc822
        Content-Disposition: inline

        From: inner@sender.test
        Subject: Inner
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8

        Inner text
        --inner
        Content-Type: text/html; charset=utf-8

        <b>Inner</b>
        --inner--

        --b (1)--
        Epilogue.

        """;

    /// <summary>A mail in windows-1252 whose body holds every octet from 0x80 to 0xFF.</summary>
    public static byte[] EightBit { get; } =
    [
        .. Encoding.ASCII.GetBytes(
            "From: a@sender.test\nSubject: 8 bit\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1252\n"
            + "Content-Transfer-Encoding: 8bit\n\n"),
        .. EightBitBody,
        .. "\n"u8,
    ];

    public static byte[] EightBitBody => [.. Enumerable.Range(0x80, 0x80).Select(octet => (byte)octet)];
}
