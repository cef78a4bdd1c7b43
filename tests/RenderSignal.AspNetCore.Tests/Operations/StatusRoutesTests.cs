using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Reply = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class StatusRoutesTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 4, 9, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_runtime_is_told_to_all_and_counts_from_the_start()
    {
        var clock = new FakeClock(Start);
        await using var app = await TestApp.StartAsync(services: services => services.AddSingleton<IClock>(clock));
        clock.Advance(Duration.FromSeconds(90));

        var text = await app.Client.GetStringAsync(new Uri("/api/diag/runtime", UriKind.Relative), Token);

        Assert.Equal(
            """{"process_start_time":"2026-11-04T09:00:00Z","uptime_sec":90,"last_poll_cycle_ts":null,"last_webhook_sent_ts":null,"bg_poller_thread_alive":false,"make_watcher_thread_alive":false,"enable_background_tasks":false,"server_time_utc":"2026-11-04T09:01:30Z"}""",
            text);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_process_that_polls_tells_its_last_cycle_its_last_send_and_who_is_alive()
    {
        await using var site = await MailSite.StartAsync(Token);
        site.Deliver("m1");
        await using var app = await TestApp.StartAsync(
            new Dictionary<string, string?>(site.Variables)
            {
                ["ENABLE_BACKGROUND_TASKS"] = "true",
                ["POLLING_ACTIVE_DAYS"] = "2",
                ["MAKE_SCENARIO_ID_RECADRAGE"] = "7",
                ["MAKE_API_HOST"] = $"{site.Receiver.Url()}",
            },
            services => services.AddSingleton<IClock>(new FakeClock(Start))); // a Wednesday

        await site.Receiver.WaitForAsync(2, cancellationToken: Token); // the mail, and the scenario switched on
        await app.Log.WaitForMessageAsync("cycle: seen=1 sent=1", cancellationToken: Token);
        await app.Log.WaitForMessageAsync("MAKE_SCENARIO_ID_RECADRAGE", cancellationToken: Token);
        var (_, json) = await app.Client.GetJsonAsync("/api/diag/runtime");

        Assert.Equal(Start.ToUnixTimeSeconds(), (long?)json["last_poll_cycle_ts"]);
        Assert.Equal(Start.ToUnixTimeSeconds(), (long?)json["last_webhook_sent_ts"]);
        Assert.True((bool)json["bg_poller_thread_alive"]!);
        Assert.True((bool)json["enable_background_tasks"]!);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData(ComponentState.Working, true)]
    [InlineData(ComponentState.Failing, true)]
    [InlineData(ComponentState.Resting, false)]
    public async Task The_watcher_is_alive_while_it_has_something_to_do_though_Make_refuses(ComponentState state, bool alive)
    {
        await using var app = await TestApp.StartAsync();
        Tell(app.Get<ComponentBoard>(), state);

        var (_, json) = await app.Client.GetJsonAsync("/api/diag/runtime");

        Assert.Equal(alive, (bool)json["make_watcher_thread_alive"]!);
    }

    [Fact]
    public async Task Without_a_cycle_the_status_is_idle()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var text = await app.Client.GetStringAsync(new Uri("/api/get_local_status", UriKind.Relative), Token);

        Assert.Equal(
            """{"overall_status_code_from_worker":"idle","overall_status_text":"Idle.","status_text":"No poll cycle runs.","current_step_name":"","progress_current":0,"progress_total":0,"recent_downloads":[]}""",
            text);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_running_cycle_tells_how_far_it_is()
    {
        await using var site = await MailSite.StartAsync(Token);
        site.Deliver("m1", "stranger@elsewhere.test");
        site.Deliver("m2");
        var released = new TaskCompletionSource();
        site.Receiver.Script(Reply.Success.After(released.Task));
        await using var app = await TestApp.StartSignedInAsync(site.Variables);

        var cycle = app.Get<RenderSignal.Imap.IMailboxPoller>().PollOnceAsync(Token);
        await site.Receiver.WaitForAsync(1, cancellationToken: Token);
        var (_, running) = await app.Client.GetJsonAsync("/api/get_local_status");
        released.SetResult();
        await cycle;
        var (_, after) = await app.Client.GetJsonAsync("/api/get_local_status");

        Assert.Equal("running", (string?)running["overall_status_code_from_worker"]);
        Assert.Equal((1, 2), ((int)running["progress_current"]!, (int)running["progress_total"]!));
        Assert.Equal("idle", (string?)after["overall_status_code_from_worker"]);
        app.Log.AssertNoWarnings();
    }

    private static void Tell(ComponentBoard board, ComponentState state)
    {
        switch (state)
        {
            case ComponentState.Working:
                board.Succeeded(ComponentNames.MakeWatcher);
                break;
            case ComponentState.Failing:
                board.Failed(ComponentNames.MakeWatcher, "HTTP 500");
                break;
            default:
                board.Rests(ComponentNames.MakeWatcher, new Phrase("ended", "it has ended"));
                break;
        }
    }
}
