using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>What the poller tells of itself and of the mailbox.</summary>
public sealed class PollStatusTests : PollingTests
{
    [Fact]
    public async Task A_process_that_does_not_poll_says_why()
    {
        var bench = await StartAsync(polling => polling.Enabled = false);
        await bench.Log.WaitForMessageAsync("Polling is off", cancellationToken: Token);
        bench.Get<ICycleTrigger>().Request();
        await Server.WaitForCommandAsync("UID SEARCH", cancellationToken: Token);

        Assert.Equal((false, false, (Instant?)null), Poller(bench));
        var status = Status(bench, ComponentNames.Poller);
        Assert.Equal(ComponentState.Resting, status.State);
        Assert.Contains("ENABLE_BACKGROUND_TASKS", status.Note?.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alive_is_the_process_that_holds_the_lock_and_only_while_it_runs()
    {
        var first = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        var otherTime = new SteppedTime();
        var second = await StartAsync(time: otherTime);
        await second.Log.WaitForMessageAsync("waits for its turn to poll: another process polls this mailbox", cancellationToken: Token);

        Assert.Equal((true, true, first.Clock.GetCurrentInstant() + Duration.FromSeconds(30)), Poller(first));
        Assert.Equal(ComponentState.Working, Status(first, ComponentNames.Poller).State);
        Assert.Equal((true, false, (Instant?)null), Poller(second));
        Assert.Equal((ComponentState.Resting, "another process polls this mailbox"), StateAndNote(second));

        await Service(first).StopAsync(Token);
        await otherTime.PassAsync(TimeSpan.FromSeconds(11));

        Assert.Equal((true, false, (Instant?)null), Poller(first));
        Assert.Equal(ComponentState.Resting, Status(first, ComponentNames.Poller).State);
        Assert.True(second.Get<PollActivity>().Current.IsAlive);
        Assert.Equal((ComponentState.Working, (string?)null), StateAndNote(second));
    }

    [Fact]
    public async Task A_lock_file_that_cannot_be_opened_is_a_failure_of_the_poller()
    {
        Directory.CreateDirectory(LockFile);
        var bench = await StartAsync();
        await bench.Log.WaitForMessageAsync("BG_POLLER_LOCK_FILE", cancellationToken: Token);

        Assert.False(bench.Get<PollActivity>().Current.IsAlive);
        var status = Status(bench, ComponentNames.Poller);
        Assert.Equal(ComponentState.Failing, status.State);
        Assert.StartsWith($"the lock file {LockFile} cannot be opened", status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_dies_says_so()
    {
        var bench = await StartAsync(services: services => services.AddSingleton<IMailbox>(_ => throw new InvalidOperationException("no mailbox")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Service(bench).ExecuteTask!);

        Assert.Equal((true, false, (Instant?)null), Poller(bench));
        var status = Status(bench, ComponentNames.Poller);
        Assert.Equal((ComponentState.Failing, "The polling service ended: no mailbox"), (status.State, status.LastError));
    }

    [Fact]
    public async Task Resting_has_its_reason_and_the_time_of_the_next_look()
    {
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        await SwitchAsync(bench, false);
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((ComponentState.Resting, "enable_polling is off"), StateAndNote(bench));
        Assert.Equal(bench.Clock.GetCurrentInstant() + Duration.FromSeconds(600), bench.Get<PollActivity>().Current.NextCycleAt);

        await SwitchAsync(bench, true);
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((ComponentState.Working, (string?)null), StateAndNote(bench));
    }

    [Fact]
    public async Task While_a_cycle_runs_no_next_one_is_planned()
    {
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Server.Once("UID SEARCH", ScriptedReply.Hang);
        bench.Get<ICycleTrigger>().Request();
        await Server.WaitForCommandAsync("UID SEARCH", 2, cancellationToken: Token);

        var state = bench.Get<PollActivity>().Current;
        Assert.Null(state.NextCycleAt);
        Assert.Equal(new CycleProgress(0, 0), state.Progress);
        Assert.Equal(bench.Clock.GetCurrentInstant(), state.LastCycleAt);
    }

    [Fact]
    public async Task A_cycle_that_breaks_is_a_failure_of_the_poller_until_one_ends_well()
    {
        Ledger.Fails = true;
        Server.Deliver(Mails.Plain("Re: reply"));
        var bench = await StartAsync(services: services => services.AddSingleton<ILedger>(Ledger));
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        var first = Status(bench, ComponentNames.Poller);
        Assert.Equal((ComponentState.Failing, "A poll cycle failed: The disk is full."), (first.State, first.LastError));
        Assert.InRange(bench.Get<PollActivity>().Current.NextCycleAt!.Value, first.Since + Duration.FromSeconds(1), first.Since + Duration.FromSeconds(2));

        bench.Clock.Advance(Duration.FromMinutes(1));
        await Time.PassAsync(TimeSpan.FromSeconds(10));
        var later = Status(bench, ComponentNames.Poller);
        Assert.Equal((ComponentState.Failing, first.Since, bench.Clock.GetCurrentInstant()), (later.State, later.Since, later.LastFailure));

        Ledger.Fails = false;
        await Time.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(ComponentState.Working, Status(bench, ComponentNames.Poller).State);
    }

    [Fact]
    public async Task Of_a_requested_cycle_that_breaks_the_error_stays_and_the_poller_rests_on()
    {
        Ledger.Fails = true;
        Server.Deliver(Mails.Plain("Re: reply"));
        var bench = await StartAsync(polling => polling.Enabled = false, services: services => services.AddSingleton<ILedger>(Ledger));

        bench.Get<ICycleTrigger>().Request();
        await bench.Log.WaitForMessageAsync("The cycle that was asked for failed", cancellationToken: Token);
        await Service(bench).StopAsync(Token);

        var status = Status(bench, ComponentNames.Poller);
        Assert.Equal((ComponentState.Resting, "A poll cycle failed: The disk is full."), (status.State, status.LastError));
        Assert.Contains("ENABLE_BACKGROUND_TASKS", status.Note?.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_requested_cycle_whose_mailbox_fails_the_error_stays_and_both_rest()
    {
        Server.OnCommand = received => received.Name == "SELECT" ? ScriptedReply.No("index corrupt") : null;
        var bench = await StartAsync(polling => polling.Enabled = false);

        bench.Get<ICycleTrigger>().Request();
        await bench.Log.WaitForMessageAsync("The cycle that was asked for did not run", cancellationToken: Token);
        await Service(bench).StopAsync(Token);

        Assert.Equal(ComponentState.Resting, Status(bench, ComponentNames.Poller).State);
        var mailbox = Status(bench, ComponentNames.Mailbox);
        Assert.Equal(ComponentState.Resting, mailbox.State);
        Assert.Contains("index corrupt", mailbox.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_can_be_read_again_take_back_no_failure_of_another_kind()
    {
        var settings = new FaultySettingsStore();
        var bench = await StartAsync(
            settings: Settings(polling => polling with { Enabled = false }), services: services => services.AddSingleton<ISettingsStore>(settings));
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        settings.Fails = true;
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("The settings cannot be read: The disk is away.", Status(bench, ComponentNames.Stores).LastError);
        bench.Get<ComponentBoard>().Failed(ComponentNames.Stores, "the ledger cannot be written");

        settings.Fails = false;
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((ComponentState.Failing, "the ledger cannot be written"), Stores());

        settings.Fails = true;
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        settings.Fails = false;
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((ComponentState.Failing, "the ledger cannot be written"), Stores());

        (ComponentState State, string? Error) Stores() => Status(bench, ComponentNames.Stores) is var stores ? (stores.State, stores.LastError) : default;
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_a_failure_of_the_stores()
    {
        var settings = new FaultySettingsStore { Fails = true };
        var bench = await StartAsync(services: services => services.AddSingleton<ISettingsStore>(settings));
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((ComponentState.Resting, "the settings cannot be read"), StateAndNote(bench));
        var stores = Status(bench, ComponentNames.Stores);
        Assert.Equal((ComponentState.Failing, "The settings cannot be read: The disk is away."), (stores.State, stores.LastError));

        settings.Fails = false;
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(ComponentState.Working, Status(bench, ComponentNames.Stores).State);
        Assert.Equal(ComponentState.Working, Status(bench, ComponentNames.Poller).State);
    }

    [Fact]
    public async Task A_refused_sign_in_is_a_failure_of_the_mailbox_since_the_first_one_and_its_password_is_not_told()
    {
        Server.OnCommand = command => command.Name is "AUTHENTICATE" or "LOGIN" ? ScriptedReply.No($"no user with '{Server.Password}'") : null;
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        var first = Status(bench, ComponentNames.Mailbox);
        Assert.Equal(ComponentState.Failing, first.State);
        Assert.Contains("EMAIL_PASSWORD", first.LastError, StringComparison.Ordinal);
        Assert.Contains("no user with '***'", first.LastError, StringComparison.Ordinal);

        bench.Clock.Advance(Duration.FromMinutes(5));
        await Time.PassAsync(TimeSpan.FromMinutes(6));
        var later = Status(bench, ComponentNames.Mailbox);
        Assert.Equal((ComponentState.Failing, first.Since, bench.Clock.GetCurrentInstant()), (later.State, later.Since, later.LastFailure));
        Assert.Null(bench.Get<PollActivity>().Current.LastCycleAt);

        Server.OnCommand = null;
        await Time.PassAsync(TimeSpan.FromMinutes(5));
        var mended = Status(bench, ComponentNames.Mailbox);
        Assert.Equal((ComponentState.Working, bench.Clock.GetCurrentInstant()), (mended.State, mended.Since));
        Assert.Equal(ComponentState.Working, Status(bench, ComponentNames.Poller).State);

        Assert.DoesNotContain(bench.Log.Records, record => record.Message.Contains(Server.Password, StringComparison.Ordinal));
        Assert.All(bench.Get<ComponentBoard>().All, status => Assert.DoesNotContain(Server.Password, $"{status}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT")]
    [InlineData("UID SEARCH")]
    public async Task A_mailbox_that_cannot_be_read_is_failing_since_the_first_time_whatever_step_fails(string command)
    {
        Server.OnCommand = received => received.Name == command ? ScriptedReply.No("index corrupt") : null;
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        var first = Status(bench, ComponentNames.Mailbox);
        Assert.Equal(ComponentState.Failing, first.State);

        bench.Clock.Advance(Duration.FromMinutes(1));
        await Time.PassAsync(TimeSpan.FromSeconds(20));
        var later = Status(bench, ComponentNames.Mailbox);
        Assert.Equal((ComponentState.Failing, first.Since, (Instant?)null), (later.State, later.Since, later.LastSuccess));
        Assert.Null(bench.Get<PollActivity>().Current.Progress);
        Assert.Equal(ComponentState.Working, Status(bench, ComponentNames.Poller).State);
    }

    private static (bool Enabled, bool Alive, Instant? Next) Poller(Bench bench)
    {
        var state = bench.Get<PollActivity>().Current;
        return (state.IsEnabled, state.IsAlive, state.NextCycleAt);
    }

    private static (ComponentState State, string? Note) StateAndNote(Bench bench)
    {
        var status = Status(bench, ComponentNames.Poller);
        return (status.State, status.Note?.English);
    }
}
