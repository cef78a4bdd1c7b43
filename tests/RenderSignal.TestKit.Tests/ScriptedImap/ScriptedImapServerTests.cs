using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace RenderSignal.TestKit.Tests;

public class ScriptedImapServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_lists_the_unseen_fetches_the_text_part_alone_and_marks_seen()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.Deliver(Mails.Simple);
        var uid = server.Deliver(Mails.WithAttachment);
        using var client = await OpenAsync(server);

        var unseen = await client.Inbox.SearchAsync(SearchQuery.NotSeen, Token);
        var summaries = await client.Inbox.FetchAsync(
            unseen, MessageSummaryItems.BodyStructure | MessageSummaryItems.Envelope | MessageSummaryItems.UniqueId, Token);
        var text = (TextPart)await client.Inbox.GetBodyPartAsync(new UniqueId(uid), summaries[1].TextBody!, Token);
        await client.Inbox.AddFlagsAsync(new UniqueId(uid), MessageFlags.Seen, true, Token);

        Assert.Equal(["Simple", "Pièce jointe"], summaries.Select(summary => summary.Envelope!.Subject));
        Assert.Equal("plan.pdf", Assert.Single(summaries[1].Attachments).FileName);
        Assert.Equal("Le texte est ici\u00a0: été.", text.Text);
        Assert.Equal([new MailState(1, false), new MailState(2, true)], server.Mails);
        Assert.True(server.IsSeen(uid));
        Assert.False(server.IsSeen(99));
        Assert.Equal([new UniqueId(1)], await client.Inbox.SearchAsync(SearchQuery.NotSeen, Token));
        Assert.Equal([new UniqueId(2)], await client.Inbox.SearchAsync(SearchQuery.Seen.And(SearchQuery.Uids(unseen)), Token));
    }

    [Fact]
    public async Task Octets_beyond_ASCII_arrive_as_they_were_delivered()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        var uid = server.Deliver(Mails.EightBit);
        using var client = await OpenAsync(server);

        var part = (MimePart)(await client.Inbox.GetMessageAsync(new UniqueId(uid), Token)).Body!;

        using var content = new MemoryStream();
        await part.Content!.DecodeToAsync(content, Token);
        Assert.Equal([.. Mails.EightBitBody, .. "\r\n"u8], content.ToArray());
        Assert.False(server.IsSeen(uid));
    }

    [Theory]
    [InlineData(Mails.Simple, "1 1.MIME 2")]
    [InlineData(Mails.WithAttachment, "1 1.MIME 1.1 1.1.MIME 1.2 2 2.MIME 3")]
    [InlineData(Mails.Forwarded, "1 1.MIME 2 2.MIME 2.HEADER 2.TEXT 2.1 2.1.MIME 2.2 2.2.MIME 2.3")]
    public async Task A_mail_looks_to_a_client_as_it_does_on_Dovecot(string mail, string sections)
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        await using var dovecot = await DovecotServer.StartAsync(Token);
        server.Deliver(mail);
        await dovecot.DeliverAsync(mail, Token);
        using var client = await OpenAsync(server);
        using var dovecotClient = await Client.OpenAsync(dovecot.Port, dovecot.User, dovecot.Password);

        Assert.Equal(await DescribeAsync(dovecotClient, sections), await DescribeAsync(client, sections));
    }

    [Fact]
    public async Task A_client_may_sign_in_by_LOGIN_or_by_AUTHENTICATE_and_no_password_is_recorded()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        using (await OpenAsync(server))
        {
        }

        server.Capabilities = "IMAP4rev1 AUTH=PLAIN";
        using (await OpenAsync(server))
        {
        }

        server.Capabilities = "IMAP4rev1";
        using (await OpenAsync(server))
        {
        }

        var signIns = server.CommandsReceived.Where(command => command.Name is "LOGIN" or "AUTHENTICATE");
        Assert.Equal(["PLAIN ***", "PLAIN", $"{server.User} ***"], signIns.Select(command => command.Arguments));
        Assert.DoesNotContain(server.CommandsReceived, command => command.ToString().Contains(server.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_idle_client_hears_of_a_delivery()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        using var client = await OpenAsync(server);
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(Token);
        client.Inbox.CountChanged += (_, _) => heard.Cancel();

        var idle = client.IdleAsync(heard.Token, Token);
        await server.WaitForCommandAsync("IDLE", cancellationToken: Token);
        server.Deliver(Mails.Simple);
        await idle.WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(1, client.Inbox.Count);
        await client.NoOpAsync(Token);
    }

    [Fact]
    public async Task A_removed_mail_is_gone_for_a_client_that_has_seen_it()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        var first = server.Deliver(Mails.Simple);
        server.Deliver(Mails.WithAttachment);
        using var client = await OpenAsync(server);

        server.Remove(first);
        await Assert.ThrowsAsync<MessageNotFoundException>(() => client.Inbox.GetMessageAsync(new UniqueId(first), Token));
        await client.NoOpAsync(Token);

        Assert.Equal(1, client.Inbox.Count);
        Assert.Equal("Pièce jointe", (await client.Inbox.GetMessageAsync(0, Token)).Subject);
    }

    [Fact]
    public async Task A_client_may_append_and_expunge()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        using var client = await OpenAsync(server);
        using var message = new MimeMessage { Subject = "Appended", Body = new TextPart("plain") { Text = "text" } };

        await client.Inbox.AppendAsync(message, MessageFlags.Seen, DateTimeOffset.UnixEpoch, Token);
        Assert.Equal([new MailState(1, true)], server.Mails);
        await client.NoOpAsync(Token);
        await client.Inbox.AddFlagsAsync(0, MessageFlags.Deleted, false, Token);
        await client.Inbox.ExpungeAsync(Token);

        Assert.Empty(server.Mails);
        Assert.Equal(0, client.Inbox.Count);
    }

    [Fact]
    public async Task Headers_and_ranges_are_fetched_alone()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.Deliver(Mails.Simple + new string('x', 10_000));
        using var client = await OpenAsync(server);
        var sent = server.BytesSent;

        using var range = await client.Inbox.GetStreamAsync(0, "TEXT", 0, 7, Token);
        var headers = await client.Inbox.FetchAsync(0, -1, new FetchRequest(MessageSummaryItems.None, ["Message-ID"]), Token);

        Assert.Equal("Bonjour", Encoding.ASCII.GetString(await ReadAsync(range)));
        Assert.Equal("<simple@sender.test>", Assert.Single(headers[0].Headers!).Value);
        Assert.InRange(server.BytesSent - sent, 50, 1_000);
    }

    [Fact]
    public async Task Another_UIDVALIDITY_is_told_to_whoever_opens_the_mailbox()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.UidValidity = 77;
        using var client = await OpenAsync(server);

        Assert.Equal(77u, client.Inbox.UidValidity);
    }

    [Fact]
    public async Task Nobody_signs_in_while_logins_are_refused_or_with_a_wrong_password()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        await Assert.ThrowsAsync<AuthenticationException>(() => Client.OpenAsync(server.Port, server.User, "wrong"));

        server.RefuseLogins = true;
        await Assert.ThrowsAsync<AuthenticationException>(() => OpenAsync(server));

        server.RefuseLogins = false;
        using var client = await OpenAsync(server);
        Assert.True(client.IsAuthenticated);
    }

    private static async Task<string> DescribeAsync(ImapClient client, string sections)
    {
        var summary = (await client.Inbox.FetchAsync(
            0, -1, MessageSummaryItems.BodyStructure | MessageSummaryItems.Envelope | MessageSummaryItems.Size, Token)).Single();
        var text = new StringBuilder($"{summary.Size}\n{summary.Envelope}\n{summary.Body}\n");
        foreach (var section in (string[])["", "HEADER", "TEXT", .. sections.Split(' ')])
        {
            using var stream = await client.Inbox.GetStreamAsync(0, section, Token);
            text.Append("== ").Append(section).Append('\n').Append(Encoding.Latin1.GetString(await ReadAsync(stream))).Append('\n');
        }

        return text.ToString();
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Token);
        return content.ToArray();
    }

    private static Task<ImapClient> OpenAsync(ScriptedImapServer server) =>
        Client.OpenAsync(server.Port, server.User, server.Password);
}
