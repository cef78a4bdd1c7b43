namespace RenderSignal.Abstractions.Tests;

/// <summary>Replays of mails that are not where they were, cannot be had, or meet a part that fails.</summary>
public sealed class ReplayFaultTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_mail_that_the_ledger_does_not_know_is_unknown()
    {
        var result = await _host.Replayer.ReplayAsync("no\nsuch", Token);

        Assert.Equal((ReplayStatus.Unknown, "The ledger has no mail no such.", null), (result.Status, result.Message, result.Email));
    }

    [Theory]
    [InlineData("record without a place")]
    [InlineData("taken away")]
    [InlineData("another mail in its place")]
    public async Task A_mail_that_cannot_be_found_again_is_gone(string how)
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        var record = await _host.RecordOfAsync(mail);
        await _host.Ledger.WriteAsync(
            how switch
            {
                "record without a place" => record with { Uid = null },
                "taken away" => record with { Uid = new MessageUid(1, 99) },
                _ => record with { Uid = _host.Mailbox.Add(Mails.Envelope(2)).Uid },
            },
            Token);

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.Gone, EmailStatus.Sent), (result.Status, result.Email?.Status));
        Assert.Single(_host.Target.Requests);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("find")]
    [InlineData("fetch")]
    public async Task A_mailbox_that_does_not_hand_the_mail_out_is_told_in_words(string failing)
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        _host.Mailbox.OnCommand = command =>
        {
            if (command == failing)
            {
                throw failing == "fetch" ? new EmailUnreadableException("too large") : new MailboxUnavailableException("no connection");
            }
        };

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.Unreadable, failing == "fetch" ? "too large" : "no connection"), (result.Status, result.Message));
        Assert.Single(_host.Target.Requests);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_read_is_found_by_its_place()
    {
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 1), "no headers"));
        await _host.RunAsync();
        var mail = _host.Mailbox.Add(Mails.Envelope());

        var result = await _host.Replayer.ReplayAsync("uid:1:1", Token);

        Assert.Equal((ReplayStatus.Sent, mail.Id), (result.Status, result.Email?.Id));
        Assert.Equal(EmailStatus.Sent, (await _host.RecordOfAsync(mail)).Status);
    }

    [Fact]
    public async Task A_target_that_breaks_is_told_in_words_and_logged()
    {
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        _host.Target.Answer = (_, _) => throw new TaskCanceledException("its own time-out");

        var result = await ReplayAsync(mail);

        Assert.Equal((ReplayStatus.Refused, "It could not be sent: its own time-out"), (result.Status, result.Message));
        _host.Log.AssertNoWarnings(expectedIds: [1005]);
        Assert.Contains(_host.Log.Records, log => log.Id.Id == 1005);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_marked_seen_is_sent_all_the_same()
    {
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Accepted(request));
        _host.Mailbox.OnCommand = command =>
        {
            if (command == "mark seen")
            {
                throw new MailboxUnavailableException("gone");
            }
        };

        Assert.Equal(ReplayStatus.Sent, (await ReplayAsync(mail)).Status);

        Assert.True(await _host.IsDoneAsync(mail));
        _host.Log.AssertNoWarnings(expectedIds: [1003]);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_read_and_was_sent_by_hand_rests_no_more()
    {
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 1), "no headers"));
        await _host.RunAsync();
        _host.Mailbox.Unreadable.Clear();
        _host.Mailbox.Add(Mails.Envelope());
        _host.Mailbox.OnCommand = command =>
        {
            if (command == "mark seen")
            {
                throw new MailboxUnavailableException("gone");
            }
        };
        Assert.Equal(ReplayStatus.Sent, (await _host.Replayer.ReplayAsync("uid:1:1", Token)).Status);
        _host.Mailbox.OnCommand = _ => { };

        await _host.RunAsync();

        Assert.Equal([1u], _host.Mailbox.Seen);
        Assert.Single(_host.Target.Requests);
    }

    private Task<ReplayResult> ReplayAsync(EmailEnvelope email) => _host.Replayer.ReplayAsync(email.Id, Token);
}
