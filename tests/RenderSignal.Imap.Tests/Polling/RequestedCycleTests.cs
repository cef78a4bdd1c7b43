using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>A cycle that somebody asks for begins at once, and only once.</summary>
public sealed class RequestedCycleTests : PollingTests
{
    [Fact]
    public async Task In_the_pause_between_two_cycles_it_begins_at_once()
    {
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(1));

        await RequestAsync(bench, polls: 2);

        await Time.PassAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(2, Polls);
        bench.Log.AssertNoWarnings();
    }

    public static TheoryData<string> Rests => ["switched off", "outside the hours", "vacation"];

    [Theory, MemberData(nameof(Rests))]
    public async Task While_polling_rests_it_begins_at_once_and_polling_rests_on(string why)
    {
        var bench = await StartAsync(settings: Settings(polling => why switch
        {
            "switched off" => polling with { Enabled = false },
            "outside the hours" => polling with { Schedule = new PollingSchedule { StartHour = 12, EndHour = 13 } },
            _ => polling with { Schedule = new PollingSchedule { VacationStart = new(2026, 11, 18), VacationEnd = new(2026, 11, 18) } },
        }));
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(0, Polls);

        await RequestAsync(bench, polls: 1);

        await Time.PassAsync(TimeSpan.FromSeconds(1300));
        Assert.Equal(1, Polls);
        Assert.Equal(ComponentState.Resting, Status(bench, ComponentNames.Poller).State);
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task While_polling_rests_one_that_fails_promises_no_next_try()
    {
        Server.RefuseLogins = true;
        var bench = await StartAsync(settings: Settings(polling => polling with { Enabled = false }));
        await Time.PassAsync(TimeSpan.FromSeconds(1));

        bench.Get<ICycleTrigger>().Request();

        var told = await bench.Log.WaitForMessageAsync("The cycle that was asked for did not run", cancellationToken: Token);
        Assert.Contains("EMAIL_PASSWORD", told.Message, StringComparison.Ordinal);
        await Time.PassAsync(TimeSpan.FromSeconds(700));
        Assert.Single(Server.CommandsReceived, command => command.Name == "AUTHENTICATE");
        bench.Log.AssertNoWarnings(expectedIds: [2022]);
    }

    [Fact]
    public async Task While_polling_rests_one_that_breaks_promises_no_next_try_either()
    {
        Ledger.Fails = true;
        Server.Deliver(Mails.Plain("Re: reply"));
        var bench = await StartAsync(
            settings: Settings(polling => polling with { Enabled = false }), services: services => services.AddSingleton<ILedger>(Ledger));
        await Time.PassAsync(TimeSpan.FromSeconds(1));

        bench.Get<ICycleTrigger>().Request();

        var told = await bench.Log.WaitForMessageAsync("The cycle that was asked for failed", cancellationToken: Token);
        Assert.IsType<IOException>(told.Exception);
        bench.Log.AssertNoWarnings(expectedIds: [1005, 2023]);
    }

    [Fact]
    public async Task After_failures_it_begins_before_their_pause_is_over()
    {
        Server.RefuseLogins = true;
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Server.RefuseLogins = false;

        await RequestAsync(bench, polls: 1);

        await bench.Log.WaitForMessageAsync("The mailbox answers again", cancellationToken: Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Requests_during_a_cycle_make_exactly_one_more_after_it(bool isPoller)
    {
        var answer = new TaskCompletionSource();
        Server.Once("UID SEARCH", ScriptedReply.After(answer.Task));
        var bench = await StartAsync(polling => polling.Enabled = isPoller);
        bench.Get<ICycleTrigger>().Request();
        await Server.WaitForCommandAsync("UID SEARCH", cancellationToken: Token);
        for (var n = 0; n < 3; n++)
        {
            bench.Get<ICycleTrigger>().Request();
        }

        Assert.Equal(1, Polls);
        answer.SetResult();

        await Server.WaitForCommandAsync("UID SEARCH", 2, cancellationToken: Token);
        Assert.False(bench.Get<CycleTrigger>().Requested.IsCompleted);
        await Service(bench).StopAsync(Token);
        Assert.Equal(2, Polls);
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_process_that_does_not_poll_runs_it_too_and_gives_the_lock_back()
    {
        Server.Deliver(Mails.Plain("Re: reply"));
        var bench = await StartAsync(polling => polling.Enabled = false);

        await RequestAsync(bench, polls: 1);
        await RequestAsync(bench, polls: 2);

        Assert.True(Server.IsSeen(1));
        await Service(bench).StopAsync(Token);
        await using var free = PollerLockFile.TryAcquire(LockFile);
        Assert.NotNull(free);
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_process_that_does_not_poll_leaves_the_mailbox_to_the_one_that_does()
    {
        var poller = await StartAsync();
        await poller.Log.WaitForMessageAsync("Singleton lock acquired", cancellationToken: Token);
        var other = await StartAsync(polling => polling.Enabled = false);

        other.Get<ICycleTrigger>().Request();

        var told = await other.Log.WaitForMessageAsync("The cycle that was asked for did not run", cancellationToken: Token);
        Assert.Contains("another process polls this mailbox", told.Message, StringComparison.Ordinal);
        other.Log.AssertNoWarnings(expectedIds: [2022]);
    }

    [Fact]
    public async Task Missing_settings_of_the_mailbox_are_named_and_end_nothing()
    {
        await using var bench = Bench.Over(null, _ => { });
        var service = Service(bench);
        await service.StartAsync(Token);
        var trigger = bench.Get<ICycleTrigger>();
        Assert.Equal(["IMAP_SERVER", "EMAIL_ADDRESS", "EMAIL_PASSWORD"], trigger.MissingSettings.Select(missing => missing.Split(' ')[0]));

        trigger.Request();

        var told = await bench.Log.WaitForMessageAsync("The cycle that was asked for did not run", cancellationToken: Token);
        Assert.All(trigger.MissingSettings, missing => Assert.Contains(missing, told.Message, StringComparison.Ordinal));
        Assert.False(service.ExecuteTask!.IsCompleted);
        await service.StopAsync(Token);
        Assert.True(service.ExecuteTask.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Nothing_is_missing_when_the_mailbox_is_set()
    {
        var bench = await StartAsync();
        Assert.Empty(bench.Get<ICycleTrigger>().MissingSettings);
    }

    [Fact]
    public async Task An_unexpected_failure_is_an_error_and_the_next_request_is_heard()
    {
        Ledger.Fails = true;
        Server.Deliver(Mails.Plain("Re: reply"));
        var bench = await StartAsync(polling => polling.Enabled = false, services: services => services.AddSingleton<ILedger>(Ledger));

        bench.Get<ICycleTrigger>().Request();
        var told = await bench.Log.WaitForMessageAsync("The cycle that was asked for failed", cancellationToken: Token);
        Assert.Equal(LogLevel.Error, told.Level);
        Assert.IsType<IOException>(told.Exception);

        Ledger.Fails = false;
        await RequestAsync(bench, polls: 2);
        await Server.WaitForCommandAsync("UID STORE", cancellationToken: Token);
        await Service(bench).StopAsync(Token);
        Assert.True(Server.IsSeen(1));
        Assert.Equal(ComponentState.Resting, Status(bench, ComponentNames.Poller).State);
    }

    [Fact]
    public async Task While_another_process_polls_it_is_dropped_aloud_and_taken_when_that_process_has_ended()
    {
        var first = await StartAsync();
        await first.Log.WaitForMessageAsync("Singleton lock acquired", cancellationToken: Token);
        var second = await StartAsync(time: new SteppedTime());
        await second.Log.WaitForMessageAsync("waits for its turn to poll: another process polls this mailbox", cancellationToken: Token);

        second.Get<ICycleTrigger>().Request();
        var told = await second.Log.WaitForMessageAsync("The cycle that was asked for did not run", cancellationToken: Token);
        Assert.Contains("another process polls this mailbox", told.Message, StringComparison.Ordinal);

        await Service(first).StopAsync(Token);
        second.Get<ICycleTrigger>().Request();
        await second.Log.WaitForMessageAsync("Singleton lock acquired", cancellationToken: Token);
        await second.Log.WaitForMessageAsync("Connected to", cancellationToken: Token);
        second.Log.AssertNoWarnings(expectedIds: [2022]);
        Assert.Single(second.Log.Records, record => record.Id.Id == 2022);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_ends_it_cleanly_and_releases_the_lock(bool isPoller)
    {
        var bench = await StartAsync(polling => polling.Enabled = isPoller, Settings(polling => polling with { Enabled = false }));
        Server.OnCommand = command => command.Name == "UID SEARCH" ? ScriptedReply.Hang : null;
        bench.Get<ICycleTrigger>().Request();
        await Server.WaitForCommandAsync("UID SEARCH", cancellationToken: Token);

        await Service(bench).StopAsync(Token);

        Assert.True(Service(bench).ExecuteTask!.IsCompletedSuccessfully);
        await using var free = PollerLockFile.TryAcquire(LockFile);
        Assert.NotNull(free);
        bench.Log.AssertNoWarnings();
    }

    private async Task RequestAsync(Bench bench, int polls)
    {
        bench.Get<ICycleTrigger>().Request();
        await Server.WaitForCommandAsync("UID SEARCH", polls, cancellationToken: Token);
    }
}
