using System.Text;

namespace RenderSignal.Imap.Tests;

/// <summary>Mails as nobody should write them, each between two good ones, through the whole of it.</summary>
public sealed class BadMailTests(Servers servers) : IClassFixture<Servers>
{
    private static readonly Dictionary<string, byte[]> BadMails = new()
    {
        ["without Message-ID"] = Mails.Raw("Date: d\nFrom: a@b.test\nSubject: bad\n\nx"),
        ["without Date"] = Mails.Raw("Message-ID: <m@b.test>\nFrom: a@b.test\nSubject: bad\n\nx"),
        ["without Subject"] = Mails.Raw("Message-ID: <m@b.test>\nDate: d\nFrom: a@b.test\n\nx"),
        ["without From"] = Mails.Raw("Message-ID: <m@b.test>\nDate: d\nSubject: bad\n\nx"),
        ["without any header"] = Mails.Raw("\nx"),
        ["only headers"] = Mails.Raw("From: a@b.test\nSubject: bad\n"),
        ["only headers, cut within a line"] = Mails.Raw("From: a@b.test\nSubject: ba"),
        ["one line feed"] = Mails.Raw("\n"),
        ["one letter"] = Mails.Raw("x"),
        ["no blank line after the headers"] = Mails.Raw("From: a@b.test\nSubject: bad\nthis is the text\nand more of it\n"),
        ["a header without a colon"] = Mails.Raw("From: a@b.test\nNonsense\nSubject: bad\n\nx"),
        ["duplicated headers"] = Mails.Raw("From: a@b.test\nFrom: c@d.test\nSubject: bad\nSubject: worse\nMessage-ID: <1@b.test>\nMessage-ID: <2@b.test>\nDate: d\nDate: e\n\nx"),
        ["From is nonsense"] = Mails.Raw("From: <<>>,;@@\"\\ (((\nSubject: bad\n\nx"),
        ["an empty From"] = Mails.Raw("From:\nSubject: bad\n\nx"),
        ["an unknown charset"] = Mails.Raw("From: a@b.test\nSubject: =?x-unheard-of?Q?bad=E9?=\nContent-Type: text/plain; charset=x-unheard-of\n\n\u00e9"),
        ["a charset that .NET refuses"] = Mails.Raw("From: a@b.test\nSubject: =?utf-7?Q?bad?=\nContent-Type: text/plain; charset=utf-7\n\n+AOk-"),
        ["a charset with blanks and quotes"] = Mails.Raw("From: a@b.test\nSubject: bad\nContent-Type: text/plain; charset=\"  '\\\" \"\n\nx"),
        ["broken base64"] = Mails.Raw("From: a@b.test\nSubject: =?utf-8?B?%%%?= bad\nContent-Transfer-Encoding: base64\n\n!!!=A=B==C\n"),
        ["broken quoted-printable"] = Mails.Raw("From: a@b.test\nSubject: =?utf-8?Q?=E?= bad\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ =E =\n"),
        ["MIME nested 200 deep"] = Nested(200),
        ["MIME nested 200 deep without an end"] = Nested(200, isClosed: false),
        ["mails within mails, 200 deep"] = Forwarded(200),
        ["a boundary that never comes"] = Mails.Raw("From: a@b.test\nSubject: bad\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=never\n\ntext\n"),
        ["a multipart without a boundary"] = Mails.Raw("From: a@b.test\nSubject: bad\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x\n\ntext\n"),
        ["an empty multipart"] = Mails.Raw("From: a@b.test\nSubject: bad\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b--\n"),
        ["a multipart cut short"] = Mails.Raw("From: a@b.test\nSubject: bad\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\ntext"),
        ["a Content-Type that is nonsense"] = Mails.Raw("From: a@b.test\nSubject: bad\nContent-Type: ;;;=/=\"\n\nx"),
        ["a header of 100 KB"] = Mails.Raw($"From: a@b.test\nX-Long: {new string('x', 100_000)}\nSubject: bad\n\nx"),
        ["a subject of 100 KB"] = Mails.Raw($"From: a@b.test\nSubject: bad {new string('x', 100_000)}\n\nx"),
        ["a From of 100 KB"] = Mails.Raw($"From: {new string('x', 100_000)}@b.test\nSubject: bad\n\nx"),
        ["a Message-ID and a Date of 100 KB"] = Mails.Raw($"From: a@b.test\nMessage-ID: {new string('m', 100_000)}\nDate: {new string('d', 100_000)}\nSubject: bad\n\nx"),
        ["a subject folded 2,000 times"] = Mails.Raw($"From: a@b.test\nSubject: bad{string.Concat(Enumerable.Repeat("\n fold", 2_000))}\n\nx"),
        ["8-bit headers"] = Mails.Raw("From: Andr\u00e9 <a@b.test>\nSubject: d\u00e9sabonn\u00e9\nMessage-ID: <\u00ff@b.test>\nDate: le 18 ao\u00fbt\n\nx"),
        ["an empty body"] = Mails.Raw("From: a@b.test\nSubject: bad\n\n"),
        ["10,000 addresses in To"] = Mails.Raw($"From: a@b.test\nTo: {string.Join(",\n ", Enumerable.Range(0, 10_000).Select(n => $"u{n}@many.test"))}\nSubject: bad\n\nx"),
        ["a link of 100 KB"] = Mails.Raw($"From: a@b.test\nSubject: bad\n\nhttps://www.dropbox.com/{new string('x', 100_000)}\n"),
        ["a line of 1 MB"] = Mails.Raw($"From: a@b.test\nSubject: bad\n\n{new string('x', 1_000_000)}"),
        ["NUL octets"] = Mails.Raw("From: a@b.test\nSubject: ba\0d\nX: \0\n\nte\0xt\0"),
        ["control characters and lone surrogates"] = Encoding.UTF8.GetBytes("From: a@b.test\r\nSubject: \u0001\u001b[31mbad =?utf-16?B?2AA=?=\r\n\r\n\u0007\ufffe"),
        ["lone carriage returns"] = Mails.Raw("From: a@b.test\nSubject: bad\rX-Other: 1\n\nx\ry"),
    };

    public static TheoryData<string> Names => [.. BadMails.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_bad_mail_has_its_ledger_line_and_the_mails_around_it_arrive(string name)
    {
        await servers.ResetAsync();
        var cancellationToken = TestContext.Current.CancellationToken;
        await servers.Dovecot.DeliverAsync(Mails.Plain("good before"), cancellationToken);
        await servers.Dovecot.DeliverAsync(BadMails[name], cancellationToken);
        await servers.Dovecot.DeliverAsync(Mails.Plain("good behind"), cancellationToken);
        await using var bench = Bench.Over(servers.Dovecot, Bench.SendAll(servers.Receiver));

        var summary = await bench.RunCycleAsync();

        var subjects = servers.Receiver.Requests.Select(request => (string?)request.Json?["subject"]).ToList();
        Assert.Equal("good before", subjects[0]);
        Assert.Equal("good behind", subjects[^1]);
        Assert.Equal(3, summary.Seen);
        var ledger = await bench.LedgerAsync();
        Assert.Equal(3, ledger.Count);
        var bad = Assert.Single(ledger, record => !record.Subject.StartsWith("good", StringComparison.Ordinal));
        Assert.True(bad.Status == EmailStatus.Sent || !string.IsNullOrEmpty(bad.Detail), $"{bad}");
        Assert.All([bad.Subject, bad.Sender, bad.Date], text => Assert.InRange(text.Length, 0, 200));
        Assert.NotEqual(DecisionReason.UnexpectedError, bad.Reason);
        Assert.Equal(summary.Sent == 3, (await servers.Dovecot.FlagsAsync(cancellationToken))[1].Seen);

        await servers.Dovecot.DeliverAsync(Mails.Plain("good later"), cancellationToken);
        Assert.Equal(1, (await bench.RunCycleAsync()).Sent);
        Assert.Equal("good later", (string?)servers.Receiver.Requests[^1].Json?["subject"]);
    }

    private static byte[] Nested(int depth, bool isClosed = true)
    {
        var levels = Enumerable.Range(0, depth).ToList();
        var opened = levels.Select(level => $"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n");
        var closed = levels.Where(_ => isClosed).Reverse().Select(level => $"--b{level}--\n");
        return Mails.Raw(
            $"From: a@b.test\nSubject: bad\nMIME-Version: 1.0\n{string.Concat(opened)}Content-Type: text/plain\n\nin the depth\n{string.Concat(closed)}");
    }

    private static byte[] Forwarded(int depth) => Mails.Raw(
        string.Concat(Enumerable.Repeat("From: a@b.test\nSubject: bad\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", depth)) + "Subject: x\n\ntext\n");
}
