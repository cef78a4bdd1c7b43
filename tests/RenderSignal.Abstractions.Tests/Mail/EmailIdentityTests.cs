using System.Diagnostics;

namespace RenderSignal.Abstractions.Tests;

public sealed class EmailIdentityTests
{
    [Theory]
    [InlineData("a@x.test", "a@x.test")]
    [InlineData("Nom <A@X.test>", "A@X.test")]
    [InlineData("<a@x.test>, <b@x.test>", "a@x.test")]
    [InlineData("a@x.test, b@x.test", "a@x.test")]
    [InlineData("Nom < a@x.test >", "a@x.test")]
    [InlineData("\"Nom, Prénom\" <a@x.test>", "a@x.test")]
    [InlineData("Nom a@x.test", "a@x.test")]
    [InlineData("a@x.test (Nom)", "a@x.test")]
    [InlineData("Nom (le chef) <a@x.test>", "a@x.test")]
    [InlineData("\"a@x.test\"", "a@x.test")]
    [InlineData("=?utf-8?q?=C3=89quipe?= <a@x.test>", "a@x.test")]
    [InlineData("Nom\r\n\t<a@x.test>", "a@x.test")]
    [InlineData("<nobody> <a@x.test>", "a@x.test")]
    [InlineData("<> a@x.test", "a@x.test")]
    [InlineData("Nom <a@x.test", "a@x.test")]
    [InlineData("a@x.test <", "a@x.test")]
    [InlineData("group: a@x.test, b@x.test;", "a@x.test")]
    [InlineData("no address", "")]
    [InlineData("<no address>", "")]
    [InlineData(">a<", "")]
    [InlineData("", "")]
    [InlineData(" \t", "")]
    public void The_sender_is_the_first_address(string from, string expected) => Assert.Equal(expected, EmailIdentity.ParseSender(from));

    [Theory]
    [InlineData("<")]
    [InlineData("<>")]
    [InlineData(">")]
    [InlineData("@,")]
    [InlineData("\"(")]
    [InlineData(" x")]
    public void A_header_of_a_megabyte_takes_no_time(string part)
    {
        var header = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var started = Stopwatch.GetTimestamp();

        EmailIdentity.ParseSender(header);
        EmailIdentity.ParseSender(header + ">");

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_sender_is_compared_in_lower_case_and_shown_as_written()
    {
        var mail = Mails.Envelope(sender: "Nom <A@X.test>");

        Assert.Equal(("A@X.test", "a@x.test"), (mail.SenderAddress, mail.Sender));
    }

    [Fact]
    public void The_id_is_the_MD5_of_three_headers_with_the_missing_ones_empty()
    {
        Assert.Equal(EmailIdentity.ComputeId("", "", "d"), new EmailEnvelope { Uid = new MessageUid(1, 1), Date = "d" }.Id);
        Assert.NotEqual(EmailIdentity.ComputeId("a", "", ""), EmailIdentity.ComputeId("", "a", ""));
        Assert.Equal("7464d2d7651fe64c5c1c448e7719aed2", EmailIdentity.ComputeId(
            "<588fcb07@x>", "Média Solution - Missions Recadrage - Lot 3 - URGENCE", "Thu, 05 Nov 2026 10:58:00 +0100"));
    }

    [Fact]
    public void Mails_with_neither_message_id_nor_date_are_told_apart_by_their_place()
    {
        var first = new EmailEnvelope { Uid = new MessageUid(1, 1), Subject = "Livraison" };

        Assert.NotEqual(first.Id, (first with { Uid = new MessageUid(1, 2) }).Id);
        Assert.Equal(first.Id, (first with { From = "a@x.test" }).Id);
    }

    [Fact]
    public void A_changed_copy_of_an_envelope_has_an_id_and_a_sender_of_its_own()
    {
        var mail = Mails.Envelope(1);
        _ = (mail.Id, mail.Sender);

        var copy = mail with { Subject = "anders", From = "b@x.test" };

        Assert.NotEqual(mail.Id, copy.Id);
        Assert.Equal(mail, Mails.Envelope(1));
        Assert.Equal("b@x.test", copy.Sender);
    }

    [Fact]
    public void The_place_of_a_mail_is_a_key() => Assert.Equal("uid:4294967295:1", new MessageUid(uint.MaxValue, 1).ToString());

    [Fact]
    public void The_content_of_a_mail_is_its_plain_text_a_line_feed_and_its_html() =>
        Assert.Equal("text\n<p>html", new EmailBody("text", "<p>html").Content);
}
