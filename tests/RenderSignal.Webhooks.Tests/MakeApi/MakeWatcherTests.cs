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
        await watcher.StopAsync(Token);

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
        await LookAsync(sending);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        await watcher.StopAsync(Token);

        Assert.Equal(2, receiver.Requests.Count);
        Assert.Equal(
            "The Make.com scenario MAKE_SCENARIO_ID_RECADRAGE could not be switched on: HTTP 500: boom; the next try follows in 60 s.",
            Assert.Single(sending.Log.Records, record => record.Level == LogLevel.Warning).Message);
    }

    [Fact]
    public async Task It_works_while_its_last_look_went_well_and_fails_with_the_error_until_then()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500, "boom"), new Answer(500, "boom"), new Answer(200));
        await using var sending = new Sending(variables: [.. MakeScenariosTests.Variables(receiver), ("ENABLE_BACKGROUND_TASKS", "true")]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await LookAsync(sending);
        var first = Status(sending);
        Assert.Equal((ComponentState.Failing, "MAKE_SCENARIO_ID_RECADRAGE could not be switched on: HTTP 500: boom"), (first.State, first.LastError));
        sending.Clock.AdvanceMinutes(1);
        await LookAsync(sending);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);

        Assert.Equal((ComponentState.Working, sending.Clock.GetCurrentInstant()), (Status(sending).State, Status(sending).Since));
        Assert.Single(sending.Log.Records, record => record.Level == LogLevel.Warning);
        await watcher.StopAsync(Token);
        Assert.Equal(ComponentState.Resting, Status(sending).State);
    }

    [Fact]
    public async Task A_scenario_that_could_not_be_switched_off_is_switched_on_again_when_polling_is()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(200), new Answer(504), new Answer(200));
        await using var sending = new Sending(variables: [.. MakeScenariosTests.Variables(receiver), ("ENABLE_BACKGROUND_TASKS", "true")]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        sending.Settings.Settings = new() { Polling = new() { Enabled = false } };
        sending.Time.Advance(MakeWatcher.Interval);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        sending.Settings.Settings = new();
        sending.Time.Advance(MakeWatcher.Interval);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        await watcher.StopAsync(Token);

        Assert.Equal(["start", "stop", "start"], receiver.Requests.Select(request => request.Path.Split('/')[^1]));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_told_once_and_end_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: [.. MakeScenariosTests.Variables(receiver), ("ENABLE_BACKGROUND_TASKS", "true")]);
        sending.Settings.Failure = new IOException("The disk is away.");
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await LookAsync(sending);
        await LookAsync(sending);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        Assert.Equal(ComponentState.Failing, Status(sending).State);
        Assert.Contains("The disk is away.", Status(sending).LastError, StringComparison.Ordinal);
        Assert.Same(sending.Settings.Failure, Assert.Single(sending.Log.Records, record => record.Level >= LogLevel.Warning).Exception);

        sending.Settings.Failure = null;
        sending.Time.Advance(MakeWatcher.Interval);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);
        Assert.Equal(ComponentState.Working, Status(sending).State);
        Assert.Single(receiver.Requests);
        await watcher.StopAsync(Token);
    }

    [Fact]
    public async Task Without_a_scenario_it_works_and_says_that_there_is_none()
    {
        await using var sending = new Sending(variables: [("MAKECOM_API_KEY", "make-key"), ("ENABLE_BACKGROUND_TASKS", "true")]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await sending.Time.BeginsAsync(MakeWatcher.Interval, Token);

        Assert.Equal(ComponentState.Working, Status(sending).State);
        Assert.StartsWith("no scenario is named", Status(sending).Note?.English, StringComparison.Ordinal);
        await watcher.StopAsync(Token);
    }

    [Theory]
    [InlineData("make-key", "false", "false", "ENABLE_BACKGROUND_TASKS")]
    [InlineData("make-key", "true", "true", "ENABLE_BACKGROUND_TASKS")]
    [InlineData("", "true", "false", "MAKECOM_API_KEY")]
    public async Task Without_a_key_or_background_tasks_it_rests_and_says_why(string key, string enable, string disable, string why)
    {
        await using var sending = new Sending(variables:
            [("MAKECOM_API_KEY", key), ("ENABLE_BACKGROUND_TASKS", enable), ("DISABLE_BACKGROUND_TASKS", disable)]);
        using var watcher = Watcher(sending);

        await watcher.StartAsync(Token);
        await watcher.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);

        Assert.Empty(sending.Log.Records);
        Assert.Equal(ComponentState.Resting, Status(sending).State);
        Assert.Contains(why, Status(sending).Note?.English, StringComparison.Ordinal);
    }

    private static LocalDate Today => Sending.Start.InUtc().Date;

    private static ComponentStatus Status(Sending sending) =>
        sending.Services.GetRequiredService<ComponentBoard>().Find(ComponentNames.MakeWatcher) ?? throw new InvalidOperationException("Nothing was heard of it.");

    private static MakeWatcher Watcher(Sending sending) => sending.Services.GetServices<IHostedService>().OfType<MakeWatcher>().Single();

    private static Task LookAsync(Sending sending) => sending.Time.PassAsync(MakeWatcher.Interval, Token);
}
