using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class MakeWatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scenarios_follow_polling_and_vacations_and_are_called_only_on_a_change()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: [.. MakeScenariosTests.Variables(receiver), ("ENABLE_BACKGROUND_TASKS", "true")]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await LookAsync(sending); // nothing has changed
        sending.Settings.Settings = new() { Polling = new() { Enabled = false } };
        await LookAsync(sending);
        sending.Settings.Settings = new();
        await LookAsync(sending);
        sending.Settings.Settings = new() { Polling = new() { Schedule = new() { VacationStart = Today, VacationEnd = Today } } };
        await LookAsync(sending);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        Assert.Equal(ComponentState.Working, Status(sending).State);
        await watcher.StopAsync(Token);

        Assert.Equal(ComponentState.Resting, Status(sending).State);
        Assert.Equal(["start", "stop", "start", "stop"], receiver.Requests.Select(request => request.Path.Split('/')[^1]));
        Assert.Equal("MAKE_WATCHER: background thread started", sending.Log.Records[0].Message);
        sending.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_scenario_that_could_not_be_switched_is_tried_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500, "boom"), new Answer(200));
        await using var sending = new Sending(variables: [.. MakeScenariosTests.Variables(receiver), ("ENABLE_BACKGROUND_TASKS", "true")]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        var failing = Status(sending);
        sending.Time.Advance(MakeWatcher.Interval);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        var recovered = Status(sending);
        await watcher.StopAsync(Token);

        Assert.Equal(
            (ComponentState.Failing, "MAKE_SCENARIO_ID_RECADRAGE could not be switched on: HTTP 500: boom"), (failing.State, failing.LastError));
        Assert.Equal(ComponentState.Working, recovered.State);
        Assert.Equal(2, receiver.Requests.Count);
        Assert.Equal(
            "The Make.com scenario MAKE_SCENARIO_ID_RECADRAGE could not be switched on: HTTP 500: boom; the next try follows in 60 s.",
            Assert.Single(sending.Log.Records, record => record.Level == LogLevel.Warning).Message);
    }

    [Theory]
    [InlineData("make-key", "false", "false", "ENABLE_BACKGROUND_TASKS")]
    [InlineData("make-key", "true", "true", "ENABLE_BACKGROUND_TASKS")]
    [InlineData("", "true", "false", "MAKECOM_API_KEY")]
    public async Task Without_a_key_or_background_tasks_it_does_not_run(string key, string enable, string disable, string missing)
    {
        await using var sending = new Sending(variables:
            [("MAKECOM_API_KEY", key), ("ENABLE_BACKGROUND_TASKS", enable), ("DISABLE_BACKGROUND_TASKS", disable)]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await watcher.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);

        Assert.Empty(sending.Log.Records);
        Assert.Equal(ComponentState.Resting, Status(sending).State);
        Assert.Contains(missing, Status(sending).Note, StringComparison.Ordinal);
    }

    private static LocalDate Today => Sending.Start.InUtc().Date;

    private static MakeWatcher Watcher(Sending sending) => sending.Services.GetServices<IHostedService>().OfType<MakeWatcher>().Single();

    private static ComponentStatus Status(Sending sending) =>
        sending.Services.GetRequiredService<ComponentBoard>().Find(ComponentNames.MakeWatcher) ?? throw new InvalidOperationException("The watcher said nothing.");

    private static Task LookAsync(Sending sending) => sending.Time.PassAsync(MakeWatcher.Interval, Token);
}
