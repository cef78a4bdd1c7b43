using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace RenderSignal.TestKit.Tests;

public class DovecotServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_lists_the_unseen_fetches_the_text_part_alone_and_marks_seen()
    {
        await using var server = await DovecotServer.StartAsync(Token);
        await server.DeliverAsync(Mails.Simple, Token);
        var uid = await server.DeliverAsync(Mails.WithAttachment, Token);
        using var client = await OpenAsync(server);

        var unseen = await client.Inbox.SearchAsync(SearchQuery.NotSeen, Token);
        var summaries = await client.Inbox.FetchAsync(
            unseen, MessageSummaryItems.BodyStructure | MessageSummaryItems.Envelope | MessageSummaryItems.UniqueId, Token);
        var text = (TextPart)await client.Inbox.GetBodyPartAsync(new UniqueId(uid), summaries[1].TextBody!, Token);
        await client.Inbox.AddFlagsAsync(new UniqueId(uid), MessageFlags.Seen, true, Token);

        Assert.Equal(["Simple", "Pièce jointe"], summaries.Select(summary => summary.Envelope!.Subject));
        Assert.Equal("plan.pdf", Assert.Single(summaries[1].Attachments).FileName);
        Assert.Equal("Le texte est ici\u00a0: été.", text.Text);
        Assert.Equal([new MailState(1, false), new MailState(2, true)], await server.FlagsAsync(Token));
    }

    [Fact]
    public async Task Octets_beyond_ASCII_arrive_as_they_were_sent()
    {
        await using var server = await DovecotServer.StartAsync(Token);
        var uid = await server.DeliverAsync(Mails.EightBit, Token);
        using var client = await OpenAsync(server);

        var part = (MimePart)(await client.Inbox.GetMessageAsync(new UniqueId(uid), Token)).Body!;

        using var content = new MemoryStream();
        await part.Content!.DecodeToAsync(content, Token);
        Assert.Equal([.. Mails.EightBitBody, .. "\r\n"u8], content.ToArray());
    }

    [Theory]
    [InlineData(SecureSocketOptions.SslOnConnect)]
    [InlineData(SecureSocketOptions.StartTls)]
    public async Task Its_certificate_is_trusted_by_whoever_trusts_the_CA_file(SecureSocketOptions security)
    {
        await using var server = await DovecotServer.StartAsync(Token);
        var port = security == SecureSocketOptions.StartTls ? server.Port : server.TlsPort;

        using var client = await Client.OpenAsync(port, server.User, server.Password, security, server.CaFile);

        Assert.True(client.IsSecure);
        await Assert.ThrowsAsync<SslHandshakeException>(
            () => Client.OpenAsync(port, server.User, server.Password, security));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var server = await DovecotServer.StartAsync(Token);

        await Assert.ThrowsAsync<AuthenticationException>(() => Client.OpenAsync(server.Port, server.User, "wrong"));
    }

    [Fact]
    public async Task A_restart_loses_connections_and_keeps_mails_and_ports()
    {
        await using var server = await DovecotServer.StartAsync(Token);
        await server.DeliverAsync(Mails.Simple, Token);
        using var client = await OpenAsync(server);

        await server.StopAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(server));
        await server.StartAgainAsync(Token);

        await Assert.ThrowsAnyAsync<Exception>(() => client.NoOpAsync(Token));
        Assert.False(client.IsConnected);
        using var next = await OpenAsync(server);
        Assert.Equal(1, next.Inbox.Count);
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        var servers = await Task.WhenAll(DovecotServer.StartAsync(Token), DovecotServer.StartAsync(Token));
        await using var first = servers[0];
        await using var second = servers[1];

        await first.DeliverAsync(Mails.Simple, Token);

        Assert.Single(await first.FlagsAsync(Token));
        Assert.Empty(await second.FlagsAsync(Token));
    }

    [Fact]
    public async Task Each_user_has_a_mailbox_of_its_own()
    {
        await using var server = await DovecotServer.StartAsync(Token);
        var other = server.MailboxOf("other@mail.test");

        await other.DeliverAsync(Mails.Simple, Token);

        Assert.Empty(await server.FlagsAsync(Token));
        using var client = await Client.OpenAsync(server.Port, other.User, server.Password);
        Assert.Equal(1, client.Inbox.Count);
    }

    [Fact]
    public async Task An_idle_client_hears_of_a_delivery()
    {
        await using var server = await DovecotServer.StartAsync(Token);
        using var client = await OpenAsync(server);
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(Token);
        client.Inbox.CountChanged += (_, _) => heard.Cancel();

        var idle = client.IdleAsync(heard.Token, Token);
        await server.DeliverAsync(Mails.Simple, Token);
        await idle.WaitAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Equal(1, client.Inbox.Count);
    }

    [Fact]
    public async Task Mails_can_be_made_unseen_and_removed()
    {
        await using var server = await DovecotServer.StartAsync(Token);
        var uid = await server.DeliverAsync(Mails.Simple, Token);
        using (var client = await OpenAsync(server))
        {
            await client.Inbox.AddFlagsAsync(new UniqueId(uid), MessageFlags.Seen, true, Token);
        }

        Assert.True((await server.FlagsAsync(Token)).Single().Seen);
        await server.SetUnseenAsync(uid, Token);
        Assert.False((await server.FlagsAsync(Token)).Single().Seen);
        await server.ClearAsync(Token);
        await server.ClearAsync(Token);
        Assert.Empty(await server.FlagsAsync(Token));
    }

    [Fact]
    public async Task Nothing_is_left_of_a_disposed_server_even_while_a_client_is_connected()
    {
        var server = await DovecotServer.StartAsync(Token);
        var folder = Path.GetDirectoryName(server.CaFile)!;
        using var client = await OpenAsync(server);
        Assert.NotEmpty(ProcessesIn(folder));

        await server.DisposeAsync();

        Assert.False(Directory.Exists(folder));
        Assert.Empty(ProcessesIn(folder));
    }

    /// <summary>All of Dovecot's processes have their working folder in the server's own.</summary>
    private static List<string> ProcessesIn(string folder) =>
    [
        .. Directory.GetDirectories("/proc")
            .Select(process => new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget)
            .OfType<string>()
            .Where(target => target.StartsWith(folder, StringComparison.Ordinal)),
    ];

    private static Task<ImapClient> OpenAsync(DovecotServer server) =>
        Client.OpenAsync(server.Port, server.User, server.Password);
}
