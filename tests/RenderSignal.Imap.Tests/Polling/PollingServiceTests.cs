using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

public sealed class PollingServiceTests : PollingTests
{
    private readonly FaultySettingsStore _faultySettings = new();

    [Fact]
    public async Task A_process_that_is_not_to_poll_does_not()
    {
        var bench = await StartAsync(polling => polling.Enabled = false);
        await bench.Log.WaitForMessageAsync("ENABLE_BACKGROUND_TASKS=true", cancellationToken: Token);
        Assert.Empty(Server.CommandsReceived);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task How_often_it_would_poll_is_told_from_the_start_whether_it_does_or_not(bool enabled)
    {
        var bench = await StartAsync(polling =>
        {
            polling.Enabled = enabled;
            polling.Interval = TimeSpan.FromSeconds(45);
            polling.InactiveCheckInterval = TimeSpan.FromSeconds(90);
        });

        var state = bench.Get<PollActivity>().Current;

        Assert.Equal((Duration.FromSeconds(45), Duration.FromSeconds(90)), (state.Interval, state.InactiveCheckInterval));
    }

    [Fact]
    public async Task The_texts_that_operators_alert_on_are_said_to_the_letter()
    {
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(299));
        Assert.Equal(1, Count(bench, "HEARTBEAT: alive"));
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Count(bench, "HEARTBEAT: alive"));
        Assert.Equal(1, Count(bench, "BG_POLLER: Singleton lock acquired"));
    }

    [Fact]
    public async Task The_mailbox_is_polled_at_once_and_then_at_each_interval()
    {
        var bench = await StartAsync(polling => polling.Interval = TimeSpan.FromSeconds(45));
        await Time.PassAsync(TimeSpan.FromSeconds(44));
        Assert.Equal(1, Polls);
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Polls);
        await Time.PassAsync(TimeSpan.FromSeconds(450));
        Assert.Equal(12, Polls);
        bench.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_second_process_waits_and_takes_over_when_the_first_ends()
    {
        var first = await StartAsync();
        await first.Log.WaitForMessageAsync("Singleton lock acquired", cancellationToken: Token);
        var otherTime = new SteppedTime();
        var second = await StartAsync(time: otherTime);
        await second.Log.WaitForMessageAsync("waits for its turn to poll: another process polls this mailbox", cancellationToken: Token);
        Assert.Equal(0, Count(second, "BG_POLLER: Singleton lock acquired"));

        await Service(first).StopAsync(Token);
        await otherTime.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(1, Count(second, "BG_POLLER: Singleton lock acquired"));
        Assert.Contains(second.Log.Records, record => record.Message.StartsWith("Connected to", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_poll_on_request_is_refused_while_another_process_polls()
    {
        var bench = await StartAsync();
        await bench.Log.WaitForMessageAsync("Singleton lock acquired", cancellationToken: Token);
        var exception = await Assert.ThrowsAnyAsync<MailboxUnavailableException>(() => bench.Get<IMailboxPoller>().PollOnceAsync(Token));
        Assert.Contains("another process polls this mailbox", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_file_that_cannot_be_opened_is_told_with_its_setting()
    {
        Directory.CreateDirectory(LockFile);
        var bench = await StartAsync();
        await bench.Log.WaitForMessageAsync("BG_POLLER_LOCK_FILE", cancellationToken: Token);
        var exception = await Assert.ThrowsAsync<MailboxUnavailableException>(() => bench.Get<IMailboxPoller>().PollOnceAsync(Token));
        Assert.Contains("BG_POLLER_LOCK_FILE", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Server.CommandsReceived);
    }

    [Fact]
    public async Task A_poll_on_request_asks_neither_schedule_nor_switch()
    {
        var bench = await StartAsync(polling => polling.Enabled = false, Settings(polling => polling with { Enabled = false }));
        Server.Deliver(Mails.Plain("Re: reply"));
        Assert.Equal(1, (await bench.Get<IMailboxPoller>().PollOnceAsync(Token)).Skipped);
    }

    [Fact]
    public async Task Polling_is_switched_off_and_on_again_within_a_second()
    {
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromSeconds(5));
        await SwitchAsync(bench, false);
        await Time.PassAsync(TimeSpan.FromSeconds(120));
        Assert.Equal(1, Polls);
        Assert.Equal(1, Count(bench, "Polling rests: enable_polling is off"));

        await SwitchAsync(bench, true);
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Polls);
        Assert.Equal(1, Count(bench, "Polling begins"));
    }

    [Fact]
    public async Task Outside_its_hours_polling_rests_and_looks_at_the_clock_now_and_then()
    {
        // 10:00 UTC is 11:00 in Paris.
        var bench = await StartAsync(settings: Settings(polling => polling with { Schedule = new PollingSchedule { StartHour = 12, EndHour = 13 } }));
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal((0, 1), (Polls, Count(bench, "Polling rests: outside the active days and hours")));

        bench.Clock.Advance(Duration.FromHours(1));
        await Time.PassAsync(TimeSpan.FromSeconds(598));
        Assert.Equal(0, Polls);
        await Time.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(1, Polls);

        bench.Clock.Advance(Duration.FromHours(1));
        await Time.PassAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, Polls);
    }

    [Fact]
    public async Task A_vacation_is_kept()
    {
        var bench = await StartAsync(settings: Settings(polling => polling with
        {
            Schedule = new PollingSchedule { VacationStart = new LocalDate(2026, 11, 18), VacationEnd = new LocalDate(2026, 11, 18) },
        }));
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal((0, 1), (Polls, Count(bench, "Polling rests: vacation until 2026-11-18")));
        bench.Clock.Advance(Duration.FromDays(1));
        await Time.PassAsync(TimeSpan.FromSeconds(600));
        Assert.Equal(1, Polls);
    }

    [Fact]
    public async Task A_lost_mailbox_is_tried_for_ever_at_growing_pauses_and_its_return_is_told()
    {
        var tries = new List<DateTimeOffset>();
        Server.OnCommand = command =>
        {
            if (command.Name is "AUTHENTICATE" or "LOGIN")
            {
                tries.Add(Time.GetUtcNow());
            }

            return ScriptedReply.Cut;
        };
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromHours(2));

        var pauses = tries.Zip(tries.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        Assert.InRange(pauses[0], 1, 2);
        Assert.InRange(pauses[4], 8, 17);
        Assert.All(pauses.Skip(10), pause => Assert.InRange(pause, 150, 301));
        Assert.InRange(pauses.Count, 25, 60);
        Assert.Equal(tries.Count, bench.Log.Records.Count(record => record.Id.Id == 2014));

        Server.OnCommand = null;
        await Time.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(1, Count(bench, "The mailbox answers again"));
        Assert.InRange(Polls, 2, 15);
    }

    [Fact]
    public async Task Wrong_credentials_are_one_error_and_then_a_reminder_every_six_hours()
    {
        Server.RefuseLogins = true;
        var bench = await StartAsync();
        await Time.PassAsync(TimeSpan.FromHours(5));
        var error = Assert.Single(bench.Log.Records, record => record.Level >= LogLevel.Warning);
        Assert.Equal(LogLevel.Error, error.Level);
        Assert.Contains("EMAIL_PASSWORD", error.Message, StringComparison.Ordinal);
        Assert.InRange(Server.CommandsReceived.Count(command => command.Name == "AUTHENTICATE"), 50, 70);

        await Time.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, bench.Log.Records.Count(record => record.Level >= LogLevel.Warning));

        Server.RefuseLogins = false;
        await Time.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(1, Count(bench, "The mailbox answers again"));
    }

    [Fact]
    public async Task An_unexpected_failure_of_a_cycle_does_not_end_the_polling()
    {
        Ledger.Fails = true;
        Server.Deliver(Mails.Plain("Re: reply"));
        var bench = await StartAsync(services: services => services.AddSingleton<ILedger>(Ledger));
        await Time.PassAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(bench.Log.Records.Count(record => record.Id.Id == 2016), 3, 6);

        Ledger.Fails = false;
        await Time.PassAsync(TimeSpan.FromSeconds(60));
        Assert.True(Server.IsSeen(1));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_stop_the_polling_until_they_can()
    {
        _faultySettings.Fails = true;
        var bench = await StartAsync(services: services => services.AddSingleton<ISettingsStore>(_faultySettings));
        await Time.PassAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, Polls);
        Assert.Single(bench.Log.Records, record => record.Level >= LogLevel.Warning);

        _faultySettings.Fails = false;
        await Time.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Polls);

        _faultySettings.Fails = true;
        await Time.PassAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, Polls);
        Assert.Equal(2, bench.Log.Records.Count(record => record.Level >= LogLevel.Warning));
    }

    [Fact]
    public async Task A_service_that_is_put_together_wrongly_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(services: services => services.AddSingleton<IEmailPipeline>(_ => throw new InvalidOperationException("put together wrongly"))));
        Assert.Equal("put together wrongly", exception.Message);
    }

    [Fact]
    public async Task Missing_settings_of_the_mailbox_end_the_start()
    {
        await using var bench = Bench.Over(null, _ => { }, services => services.Configure<PollingOptions>(polling => polling.Enabled = true));
        await Assert.ThrowsAsync<OptionsValidationException>(() => Service(bench).StartAsync(Token));
    }
}
