using System.Text;

namespace RenderSignal.Imap.Tests;

/// <summary>What the mailbox tells of mails that lie in a real Dovecot.</summary>
public sealed class MailboxTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task Mails_come_in_mailbox_order_and_the_seen_ones_do_not()
    {
        await servers.ResetAsync();
        await using var bench = Bench.Over(servers.Dovecot);
        await DeliverAsync(Mails.Plain("one"), Mails.Plain("two"), Mails.Plain("three"));
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var session = await bench.Mailbox.OpenAsync(cancellationToken);
        var listing = await session.ListUnseenAsync((_, _) => ValueTask.FromResult(true), cancellationToken);
        Assert.Equal(["one", "two", "three"], listing.Emails.Select(email => email.Subject));

        await session.MarkSeenAsync([listing.Emails[1].Uid], cancellationToken);

        var again = await session.ListUnseenAsync((_, _) => ValueTask.FromResult(true), cancellationToken);
        Assert.Equal(["one", "three"], again.Emails.Select(email => email.Subject));
        Assert.Equal([false, true, false], (await servers.Dovecot.FlagsAsync(cancellationToken)).Select(mail => mail.Seen));
    }

    [Fact]
    public async Task A_mail_that_is_not_due_is_counted_and_not_fetched()
    {
        await servers.ResetAsync();
        await using var bench = Bench.Over(servers.Dovecot);
        await DeliverAsync(Mails.Plain("one"), Mails.Plain("two"));
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var session = await bench.Mailbox.OpenAsync(cancellationToken);
        var first = (await session.ListUnseenAsync((_, _) => ValueTask.FromResult(true), cancellationToken)).Emails[0].Uid;

        var listing = await session.ListUnseenAsync((uid, _) => ValueTask.FromResult(uid != first), cancellationToken);

        Assert.Equal("two", Assert.Single(listing.Emails).Subject);
        Assert.Equal(1, listing.PassedOver);
    }

    [Fact]
    public async Task Headers_stand_as_in_the_mail_but_the_subject_is_decoded()
    {
        var (envelope, _) = await ReadAsync("""
            Message-ID:   <folded
             id@partner.test>
            Date:	Wed, 18 Nov 2026 09:00:00 +0100 (CET)
            From: =?iso-8859-1?Q?Andr=E9?=
             <Andre@Partner.test>
            Subject: =?utf-8?B?w6l0w6k=?= a =?utf-8?Q?la_?=
             =?utf-8?Q?plage?=

            text
            """);
        Assert.Equal("<folded\r\n id@partner.test>", envelope.MessageId);
        Assert.Equal("Wed, 18 Nov 2026 09:00:00 +0100 (CET)", envelope.Date);
        Assert.Equal("=?iso-8859-1?Q?Andr=E9?=\r\n <Andre@Partner.test>", envelope.From);
        Assert.Equal("andre@partner.test", envelope.Sender);
        Assert.Equal("été a la plage", envelope.Subject);
        Assert.False(envelope.HasAttachments);
        Assert.InRange(envelope.SizeInBytes, 200, 400);
    }

    [Fact]
    public async Task Missing_headers_are_empty()
    {
        var (envelope, body) = await ReadAsync("X-Other: 1\n\ntext\n");
        Assert.Equal(("", "", "", ""), (envelope.MessageId, envelope.Subject, envelope.Date, envelope.From));
        Assert.Equal(("text\r\n", ""), (body.PlainText, body.Html));
    }

    [Theory]
    [InlineData("iso-8859-1", "8bit", "caf\u00e9", "café")]
    [InlineData("latin1", "8bit", "caf\u00e9", "café")]
    [InlineData("windows-1252", "8bit", "10 \u0080", "10 €")]
    [InlineData("cp1252", "8bit", "10 \u0080", "10 €")]
    [InlineData("iso-2022-jp", "7bit", "\u001b$B%F%9%H\u001b(B", "テスト")]
    [InlineData("utf-8", "8bit", "caf\u00c3\u00a9", "café")]
    [InlineData("UTF8", "8bit", "caf\u00c3\u00a9", "café")]
    [InlineData("utf-8", "quoted-printable", "caf=C3=A9 =\n=3D", "café =")]
    [InlineData("utf-8", "BASE64", "Y2Fmw6k=", "café")]
    [InlineData("x-unheard-of", "8bit", "caf\u00c3\u00a9", "café")]
    [InlineData("utf-7", "8bit", "caf\u00c3\u00a9", "café")]
    [InlineData("us-ascii", "8bit", "caf\u00c3\u00a9", "café")]
    [InlineData("utf-8", "8bit", "caf\u00e9!", "caf!")]
    [InlineData("utf-8", "x-unheard-of", "caf\u00c3\u00a9", "café")]
    public async Task A_text_is_decoded_by_its_own_encoding_and_charset(string charset, string transferEncoding, string octets, string expected)
    {
        var (_, body) = await ReadAsync(Mails.Raw(
            $"Subject: s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=\"{charset}\"\nContent-Transfer-Encoding: {transferEncoding}\n\n{octets}"));
        Assert.Equal(expected, body.PlainText);
    }

    [Fact]
    public async Task A_text_without_a_charset_is_utf_8()
    {
        var (_, body) = await ReadAsync(Encoding.UTF8.GetBytes("Subject: s\r\n\r\ndésabonnement, journée\r\n"));
        Assert.Equal("désabonnement, journée\r\n", body.PlainText);
    }

    [Fact]
    public async Task A_mail_that_is_html_alone_has_no_plain_text()
    {
        var (_, body) = await ReadAsync("Subject: s\nContent-Type: text/html; charset=utf-8\n\n<p>é</p>");
        Assert.Equal(("", "<p>é</p>", "\n<p>é</p>"), (body.PlainText, body.Html, body.Content));
    }

    [Fact]
    public async Task An_empty_body_is_an_empty_text()
    {
        var (_, body) = await ReadAsync("Subject: s\n\n");
        Assert.Equal("\n", body.Content);
    }

    [Fact]
    public async Task Both_alternatives_are_read_in_nested_parts_too_and_joined_in_order()
    {
        var (envelope, body) = await ReadAsync("""
            Subject: s
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            preamble
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            plain one
            --inner
            Content-Type: text/html

            <p>html one</p>
            --inner--
            --outer
            Content-Type: text/plain

            plain two
            --outer
            Content-Type: image/png; name=logo.png
            Content-Transfer-Encoding: base64

            AAAA
            --outer
            Content-Type: text/plain; name=notes.txt
            Content-Disposition: attachment; filename=notes.txt

            not to be read
            --outer--
            epilogue
            """);
        Assert.Equal("plain oneplain two\n<p>html one</p>", body.Content);
        Assert.True(envelope.HasAttachments);
    }

    [Theory]
    [InlineData("inline", "Content-Type: text/plain\n\nforwarded", "outerforwarded", "")]
    [InlineData("inline", "Content-Type: text/html\n\n<p>forwarded</p>", "outer", "<p>forwarded</p>")]
    [InlineData("inline", "Content-Type: multipart/alternative; boundary=in\n\n--in\n\nforwarded\n--in\nContent-Type: text/html\n\n<b>f</b>\n--in--", "outerforwarded", "<b>f</b>")]
    [InlineData("inline", "Content-Type: message/rfc822\n\nSubject: innermost\n\nforwarded twice", "outerforwarded twice", "")]
    [InlineData("attachment", "Content-Type: text/plain\n\nforwarded", "outer", "")]
    public async Task A_forwarded_mail_is_read_when_it_is_shown_inline(string disposition, string forwarded, string plain, string html)
    {
        var (envelope, body) = await ReadAsync(
            "Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: text/plain\n\nouter\n"
            + $"--out\nContent-Type: message/rfc822\nContent-Disposition: {disposition}\n\nSubject: inner\n{forwarded}\n--out--\n");
        Assert.Equal((plain, html), (body.PlainText, body.Html));
        Assert.Equal(disposition == "attachment", envelope.HasAttachments);
    }

    [Fact]
    public async Task A_mail_that_is_nothing_but_another_mail_is_read()
    {
        var (_, body) = await ReadAsync("Subject: s\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\nSubject: inner\n\nforwarded\n");
        Assert.Equal("forwarded\r\n", body.PlainText);
    }

    private async Task<(EmailEnvelope Envelope, EmailBody Body)> ReadAsync(string mail) => await ReadAsync(Encoding.UTF8.GetBytes(mail));

    private async Task<(EmailEnvelope Envelope, EmailBody Body)> ReadAsync(byte[] mail)
    {
        await servers.ResetAsync();
        await servers.Dovecot.DeliverAsync(mail, TestContext.Current.CancellationToken);
        await using var bench = Bench.Over(servers.Dovecot);
        return Assert.Single(await bench.ReadAllAsync());
    }

    private async Task DeliverAsync(params string[] mails)
    {
        foreach (var mail in mails)
        {
            await servers.Dovecot.DeliverAsync(mail, TestContext.Current.CancellationToken);
        }
    }
}
