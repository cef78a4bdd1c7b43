namespace RenderSignal.Imap.Tests;

/// <summary>One mail is asked for by its place, over a Dovecot.</summary>
public sealed class FindTests(Servers servers) : IClassFixture<Servers>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_found_as_the_listing_tells_it_seen_or_not_and_its_text_can_be_read()
    {
        await servers.ResetAsync();
        await servers.Dovecot.DeliverAsync(Mails.Plain("first"), Token);
        await servers.Dovecot.DeliverAsync(Mails.WithAttachment("=?utf-8?Q?deuxi=C3=A8me?=", "Bonjour à tous", 5_000), Token);
        await using var bench = Bench.Over(servers.Dovecot, Bench.SendAll(servers.Receiver));
        var listed = await bench.ReadAllAsync();

        await AssertFoundAsync();
        await bench.RunCycleAsync();
        Assert.All(await servers.Dovecot.FlagsAsync(Token), mail => Assert.True(mail.Seen));
        await AssertFoundAsync();

        async Task AssertFoundAsync()
        {
            await using var session = await bench.Mailbox.OpenAsync(Token);
            foreach (var (envelope, body) in listed.Reverse())
            {
                var found = await session.FindAsync(envelope.Uid, Token);
                Assert.Equal(envelope, found);
                Assert.Equal(body, await session.FetchBodyAsync(found!, Token));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_was_deleted_or_moved_is_not_found_and_its_neighbour_is(bool isMoved)
    {
        await servers.ResetAsync();
        await servers.Dovecot.DeliverAsync(Mails.Plain("gone"), Token);
        await servers.Dovecot.DeliverAsync(Mails.Plain("stays"), Token);
        await using var bench = Bench.Over(servers.Dovecot);
        var listed = (await bench.ReadAllAsync()).Select(mail => mail.Envelope).ToList();

        await (isMoved ? servers.Dovecot.MoveAsync(listed[0].Uid.Uid, "Archive", Token) : servers.Dovecot.DeleteAsync(listed[0].Uid.Uid, Token));

        await using var session = await bench.Mailbox.OpenAsync(Token);
        Assert.Null(await session.FindAsync(listed[0].Uid, Token));
        Assert.Equal(listed[1], await session.FindAsync(listed[1].Uid, Token));
    }

    [Fact]
    public async Task A_mail_of_another_uid_validity_is_not_found()
    {
        await servers.ResetAsync();
        await servers.Dovecot.DeliverAsync(Mails.Plain("there"), Token);
        await using var bench = Bench.Over(servers.Dovecot);
        var uid = (await bench.ReadAllAsync())[0].Envelope.Uid;

        await using var session = await bench.Mailbox.OpenAsync(Token);
        Assert.Null(await session.FindAsync(uid with { Validity = uid.Validity + 1 }, Token));
        Assert.Null(await session.FindAsync(uid with { Uid = uid.Uid + 1 }, Token));
        Assert.Null(await session.FindAsync(uid with { Uid = 0 }, Token));
    }
}
