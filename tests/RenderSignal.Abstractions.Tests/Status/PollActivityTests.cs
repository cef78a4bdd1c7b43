namespace RenderSignal.Abstractions.Tests;

/// <summary>What a cycle tells of itself while it runs and when it has ended.</summary>
public sealed class PollActivityTests : IAsyncDisposable
{
    private readonly PipelineHost _host = new();

    private PollState State => _host.Get<PollActivity>().Current;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_running_cycle_tells_how_far_it_is()
    {
        var progress = new List<CycleProgress?>();
        _host.Mailbox.OnCommand = command => progress.Add(command is "open" or "fetch" ? State.Progress : null);
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Mailbox.Add(Mails.Envelope(2));
        Assert.Null(State.Progress);

        await _host.RunAsync();

        Assert.Equal([new CycleProgress(0, 0), new CycleProgress(0, 2), new CycleProgress(1, 2)], progress.OfType<CycleProgress>());
        Assert.Null(State.Progress);
        Assert.Equal((_host.Clock.GetCurrentInstant(), 2), (State.LastCycleAt, State.LastCycle?.Sent));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("list")]
    [InlineData("fetch")]
    public async Task A_cycle_that_the_mailbox_ends_leaves_no_progress_and_is_not_the_last_one(string command)
    {
        await _host.RunAsync();
        var last = State;
        _host.Mailbox.Add(Mails.Envelope());
        _host.Mailbox.OnCommand = current => _ = current == command ? throw new MailboxUnavailableException("gone") : 0;
        _host.Clock.AdvanceMinutes(1);

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => _host.RunAsync());

        Assert.Equal(last, State);
    }

    [Fact]
    public async Task A_cycle_that_breaks_leaves_no_progress()
    {
        _host.Mailbox.OnCommand = command => _ = command == "list" ? throw new InvalidDataException("nonsense") : 0;

        await Assert.ThrowsAsync<InvalidDataException>(() => _host.RunAsync());

        Assert.Null(State.Progress);
        Assert.Null(State.LastCycleAt);
    }

    [Fact]
    public async Task A_cycle_that_is_cut_short_says_nothing_of_what_waits()
    {
        _host.Mailbox.Add(Mails.Envelope(1));
        _host.Target.Answer = (request, _) => Task.FromResult(FakeTarget.Refused(request));
        await _host.RunAsync();
        var last = State;
        Assert.NotNull(last.WaitingSince);
        using var stopping = new CancellationTokenSource();
        _host.Mailbox.OnCommand = command =>
        {
            if (command == "list")
            {
                stopping.Cancel();
            }

            stopping.Token.ThrowIfCancellationRequested();
        };

        await _host.RunAsync(stopping.Token);

        Assert.Equal(last, State);
    }

    [Fact]
    public async Task A_cycle_that_waits_for_another_and_is_given_up_does_not_end_that_one_s_progress()
    {
        _host.Mailbox.Add(Mails.Envelope());
        using var impatient = new CancellationTokenSource();
        _host.Target.Answer = async (request, _) =>
        {
            var second = _host.RunAsync(impatient.Token);
            await impatient.CancelAsync();
            await second;
            Assert.Equal(new CycleProgress(0, 1), State.Progress);
            return FakeTarget.Accepted(request);
        };

        Assert.Equal(1, (await _host.RunAsync()).Sent);
        Assert.Null(State.Progress);
    }
}
