using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace RenderSignal.TestKit.Tests;

public class ScriptedReplyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_refused_once_and_carried_out_the_next_time()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        var uid = new UniqueId(server.Deliver(Mails.Simple));
        server.Once("UID STORE", ScriptedReply.No("[INUSE] Come back later"));
        server.Once("UID STORE", ScriptedReply.Bad("What?"));
        using var client = await OpenAsync(server);

        var no = await Assert.ThrowsAsync<ImapCommandException>(() => MarkSeenAsync(client, uid));
        var bad = await Assert.ThrowsAsync<ImapCommandException>(() => MarkSeenAsync(client, uid));
        Assert.Equal((ImapCommandResponse.No, ImapCommandResponse.Bad), (no.Response, bad.Response));
        Assert.False(server.IsSeen(uid.Id));

        await MarkSeenAsync(client, uid);
        Assert.True(server.IsSeen(uid.Id));
    }

    [Fact]
    public async Task A_cut_before_the_command_leaves_it_undone_and_a_cut_of_the_reply_leaves_it_done()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        var uid = new UniqueId(server.Deliver(Mails.Simple));
        server.Once("UID STORE", ScriptedReply.Cut);
        server.Once("UID STORE", ScriptedReply.CutAfter(0));

        using var first = await OpenAsync(server);
        await Assert.ThrowsAsync<ImapProtocolException>(() => MarkSeenAsync(first, uid));
        Assert.False(server.IsSeen(uid.Id));

        using var second = await OpenAsync(server);
        await Assert.ThrowsAsync<ImapProtocolException>(() => MarkSeenAsync(second, uid));
        Assert.True(server.IsSeen(uid.Id));
        Assert.False(second.IsConnected);
    }

    [Fact]
    public async Task A_reply_may_break_off_in_the_middle_of_a_literal()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.Deliver(Mails.Simple);
        server.OnCommand = command =>
            command.Name == "UID FETCH" && command.Arguments.Contains("BODY.PEEK[]", StringComparison.Ordinal)
                ? ScriptedReply.CutAfter(60)
                : null;
        using var client = await OpenAsync(server);
        var sent = server.BytesSent;

        await Assert.ThrowsAnyAsync<Exception>(() => client.Inbox.GetMessageAsync(new UniqueId(1), Token));

        Assert.Equal(60, server.BytesSent - sent);
    }

    [Fact]
    public async Task Nonsense_is_sent_as_it_is()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.Once("UID SEARCH", ScriptedReply.Raw("* SEARCH one two {}\r\n").ThenCut());
        using var client = await OpenAsync(server);

        await Assert.ThrowsAsync<ImapProtocolException>(() => client.Inbox.SearchAsync(SearchQuery.NotSeen, Token));
    }

    [Fact]
    public async Task A_lie_about_a_literals_size_reaches_the_client()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.Deliver(Mails.Simple);
        server.Once("UID FETCH", ScriptedReply.WrongLiteralSize(1_000).ThenCut());
        using var client = await OpenAsync(server);

        await Assert.ThrowsAsync<ImapProtocolException>(() => client.Inbox.GetMessageAsync(new UniqueId(1), Token));
    }

    [Fact]
    public async Task A_command_hangs_until_the_client_gives_up_or_the_connection_is_dropped()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        server.Once("NOOP", ScriptedReply.Hang);
        server.Once("NOOP", ScriptedReply.Hang);
        using var impatient = await OpenAsync(server);
        using var patient = await OpenAsync(server);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var given = impatient.NoOpAsync(enough.Token);
        await server.WaitForCommandAsync("NOOP", cancellationToken: Token);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        var waiting = patient.NoOpAsync(Token);
        await server.WaitForCommandAsync("NOOP", count: 2, cancellationToken: Token);
        server.DropConnections();
        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
        Assert.False(patient.IsConnected);
        using var next = await OpenAsync(server);
        await next.NoOpAsync(Token);
    }

    [Fact]
    public async Task A_held_command_is_carried_out_when_the_test_releases_it()
    {
        await using var server = await ScriptedImapServer.StartAsync(Token);
        var uid = new UniqueId(server.Deliver(Mails.Simple));
        var release = new TaskCompletionSource();
        server.Once("UID STORE", ScriptedReply.After(release.Task));
        using var client = await OpenAsync(server);

        var storing = MarkSeenAsync(client, uid);
        await server.WaitForCommandAsync("UID STORE", cancellationToken: Token);
        Assert.False(server.IsSeen(uid.Id));
        release.SetResult();
        await storing;

        Assert.True(server.IsSeen(uid.Id));
    }

    [Fact]
    public async Task What_goes_wrong_in_the_tests_own_script_is_told_at_the_end()
    {
        var server = await ScriptedImapServer.StartAsync(Token);
        server.OnCommand = command => command.Name == "NOOP" ? throw new InvalidOperationException("in the script") : null;
        using (var client = await OpenAsync(server))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => client.NoOpAsync(Token));
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => server.DisposeAsync().AsTask());
        Assert.Equal("in the script", failure.Message);
        await server.DisposeAsync();
    }

    private static Task MarkSeenAsync(ImapClient client, UniqueId uid) =>
        client.Inbox.AddFlagsAsync(uid, MessageFlags.Seen, true, Token);

    private static Task<ImapClient> OpenAsync(ScriptedImapServer server) =>
        Client.OpenAsync(server.Port, server.User, server.Password);
}
