namespace RenderSignal.Abstractions.Tests;

/// <summary>Cycles and replays take turns.</summary>
public sealed class ReplayAndCycleTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_replay_waits_for_the_cycle_that_runs_and_goes_by_what_that_one_did()
    {
        var mail = await FailOnceAsync();
        _host.Target.Answer = HoldAsync;
        var cycle = _host.RunAsync();
        await _entered.Task.WaitAsync(Token);

        var replay = _host.Replayer.ReplayAsync(mail.Id, Token);
        Assert.Equal(2, _host.Target.Requests.Count);
        _released.SetResult();

        Assert.Equal(1, (await cycle).Sent);
        Assert.Equal(ReplayStatus.Sent, (await replay).Status);
        var record = await _host.RecordOfAsync(mail);
        Assert.Equal((EmailStatus.Sent, null), (record.Status, record.Detail));
        Assert.Equal(["error", "success"], record.Log.Select(entry => entry.Status));
        Assert.Single(_host.Target.WebhookIds.Distinct());
    }

    [Fact]
    public async Task A_mail_known_by_its_place_that_a_cycle_sends_while_its_replay_waits_is_not_sent_again()
    {
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 1), "no headers"));
        await _host.RunAsync();
        _host.Mailbox.Unreadable.Clear();
        var mail = _host.Mailbox.Add(Mails.Envelope());
        _host.Clock.AdvanceMinutes(2);
        _host.Target.Answer = HoldAsync;
        var cycle = _host.RunAsync();
        await _entered.Task.WaitAsync(Token);
        _host.Clock.AdvanceSeconds(5); // the mail in hand was decided before the call

        var replay = _host.Replayer.ReplayAsync("uid:1:1", Token);
        _released.SetResult();

        Assert.Equal(1, (await cycle).Sent);
        var result = await replay;
        Assert.Equal((ReplayStatus.Sent, "It has just been sent: accepted by route custom.", mail.Id), (result.Status, result.Message, result.Email?.Id));
        Assert.Single(_host.Target.Requests);
    }

    [Fact]
    public async Task A_mail_known_by_its_place_that_was_sent_long_before_is_sent_again()
    {
        _host.Mailbox.Unreadable.Add(new UnreadableEmail(new MessageUid(1, 1), "no headers"));
        await _host.RunAsync();
        _host.Mailbox.Unreadable.Clear();
        _host.Mailbox.Add(Mails.Envelope());
        _host.Clock.AdvanceMinutes(2);
        Assert.Equal(1, (await _host.RunAsync()).Sent);
        _host.Clock.AdvanceMinutes(2);

        var result = await _host.Replayer.ReplayAsync("uid:1:1", Token);

        Assert.Equal((ReplayStatus.Sent, "Sent, and accepted by route custom."), (result.Status, result.Message));
        Assert.Equal(2, _host.Target.Requests.Count);
    }

    [Fact]
    public async Task Of_two_replays_of_a_refused_mail_the_second_is_told_that_it_has_just_been_sent()
    {
        var mail = await FailOnceAsync();
        _host.Target.Answer = HoldAsync;
        var first = _host.Replayer.ReplayAsync(mail.Id, Token);
        await _entered.Task.WaitAsync(Token);

        var second = _host.Replayer.ReplayAsync(mail.Id, Token);
        _released.SetResult();

        Assert.Equal("Sent, and accepted by route custom.", (await first).Message);
        Assert.Equal((ReplayStatus.Sent, "It has just been sent: accepted by route custom."), await second is var told ? (told.Status, told.Message) : default);
        Assert.Equal(2, _host.Target.Requests.Count);
    }

    [Fact]
    public async Task A_cycle_waits_for_the_replay_that_runs_and_finds_the_mail_done()
    {
        var mail = await FailOnceAsync();
        _host.Target.Answer = HoldAsync;
        var replay = _host.Replayer.ReplayAsync(mail.Id, Token);
        await _entered.Task.WaitAsync(Token);

        var cycle = _host.RunAsync();
        Assert.False(cycle.IsCompleted);
        _released.SetResult();

        Assert.Equal(ReplayStatus.Sent, (await replay).Status);
        Assert.Equal(0, (await cycle).Seen);
        Assert.Equal(2, _host.Target.Requests.Count);
    }

    [Fact]
    public async Task A_replay_gives_up_after_fifteen_seconds_behind_a_cycle()
    {
        var mail = await FailOnceAsync();
        _host.Target.Answer = HoldAsync;
        var cycle = _host.RunAsync();
        await _entered.Task.WaitAsync(Token);

        var replay = _host.Replayer.ReplayAsync(mail.Id, Token);
        _host.Time.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(replay.IsCompleted);
        _host.Time.Advance(TimeSpan.FromSeconds(0.1));

        var result = await replay;
        Assert.Equal((ReplayStatus.Busy, EmailStatus.Failed), (result.Status, result.Email?.Status));
        _released.SetResult();
        await cycle;
        Assert.Equal(2, _host.Target.Requests.Count);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_it_waits_leaves_nothing_behind()
    {
        var mail = await FailOnceAsync();
        _host.Target.Answer = HoldAsync;
        var cycle = _host.RunAsync();
        await _entered.Task.WaitAsync(Token);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var replay = _host.Replayer.ReplayAsync(mail.Id, leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replay);
        _released.SetResult();
        await cycle;
        Assert.Equal(ReplayStatus.Sent, (await _host.Replayer.ReplayAsync(mail.Id, Token)).Status);
    }

    /// <summary>A mail that was refused once.</summary>
    private async Task<EmailEnvelope> FailOnceAsync()
    {
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        var mail = _host.Mailbox.Add(Mails.Envelope());
        await _host.RunAsync();
        return mail;
    }

    private async Task<DeliveryOutcome> HoldAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        _entered.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        return FakeTarget.Accepted(request);
    }
}
