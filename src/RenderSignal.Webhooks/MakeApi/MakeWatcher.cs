using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>
/// Keeps the scenarios on while polling is enabled and no vacation runs, off otherwise (REFERENCE section 6). Calls only on a change;
/// a scenario that could not be switched is tried again at the next look.
/// </summary>
internal sealed class MakeWatcher(
    IMakeScenarios scenarios,
    ISettingsReader settings,
    IOptions<MakeApiOptions> options,
    IOptions<WebhooksOptions> webhooks,
    ComponentBoard board,
    IClock clock,
    TimeProvider time,
    ILogger<MakeWatcher> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);

    private readonly Dictionary<MakeScenario, bool> _switched = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (webhooks.Value.MakeApiKey is null || !options.Value.BackgroundTasks)
        {
            board.Rests(ComponentNames.MakeWatcher, webhooks.Value.MakeApiKey is null
                ? "no key of Make.com is set (MAKECOM_API_KEY)"
                : "this process was not started for background tasks (ENABLE_BACKGROUND_TASKS)");
            return;
        }

        logger.WatcherStarted();
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops. The scenarios stay as they are: another server may take over.
        }
        finally
        {
            board.Rests(ComponentNames.MakeWatcher, "it has ended");
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var polling = (await settings.GetAsync(cancellationToken)).Polling;
        var today = clock.GetCurrentInstant().InZone(polling.TimeZone).Date;
        var on = polling.Enabled && !polling.Schedule.IsVacation(today);
        string? failure = null;
        foreach (var scenario in scenarios.All.Where(scenario => !_switched.TryGetValue(scenario, out var state) || state != on))
        {
            if (await scenarios.SwitchAsync(scenario, on, cancellationToken) is { } error)
            {
                logger.ScenarioNotSwitched(scenario.Variable, on ? "on" : "off", error, Interval.TotalSeconds);
                failure = $"{scenario.Variable} could not be switched {(on ? "on" : "off")}: {error}";
                continue;
            }

            _switched[scenario] = on;
            logger.ScenarioSwitched(scenario.Variable, on ? "on" : "off");
        }

        if (failure is null)
        {
            board.Succeeded(ComponentNames.MakeWatcher);
        }
        else
        {
            board.Failed(ComponentNames.MakeWatcher, failure);
        }
    }
}
