using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>
/// Keeps the scenarios on while polling is enabled and no vacation runs, off otherwise (REFERENCE section 6). Calls only on a change;
/// a scenario that could not be switched is tried again at the next look, and the log hears of it when the error is another one.
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
    private readonly Dictionary<MakeScenario, string> _errors = [];
    private bool _isBroken;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (WhyNot() is { } why)
        {
            board.Rests(ComponentNames.MakeWatcher, why);
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
            board.Rests(ComponentNames.MakeWatcher, WatcherNotes.ProcessStops);
        }
    }

    private Phrase? WhyNot() =>
        !options.Value.BackgroundTasks ? WatcherNotes.NoBackgroundTasks
        : webhooks.Value.MakeApiKey is null ? WatcherNotes.ApiKeyMissing
        : null;

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var polling = (await settings.GetAsync(cancellationToken)).Polling;
            await SwitchAllAsync(polling.Enabled && !polling.Schedule.IsVacation(clock.GetCurrentInstant().InZone(polling.TimeZone).Date), cancellationToken);
            _isBroken = false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_isBroken)
            {
                logger.LookFailed(Interval.TotalSeconds, exception);
                _isBroken = true;
            }

            board.Failed(ComponentNames.MakeWatcher, $"Whether the scenarios are to be on cannot be told: {exception.Message}");
        }
    }

    private async Task SwitchAllAsync(bool on, CancellationToken cancellationToken)
    {
        foreach (var scenario in scenarios.All.Where(scenario => !_switched.TryGetValue(scenario, out var state) || state != on))
        {
            // Whatever comes of it, it is no longer known to be as before.
            _switched.Remove(scenario);
            if (await scenarios.SwitchAsync(scenario, on, cancellationToken) is { } error)
            {
                var failure = $"{scenario.Variable} could not be switched {Word(on)}: {error}";
                if (_errors.GetValueOrDefault(scenario) != failure)
                {
                    logger.ScenarioNotSwitched(scenario.Variable, Word(on), error, Interval.TotalSeconds);
                    _errors[scenario] = failure;
                }

                continue;
            }

            _switched[scenario] = on;
            _errors.Remove(scenario);
            logger.ScenarioSwitched(scenario.Variable, Word(on));
        }

        Tell();
    }

    private void Tell()
    {
        if (_errors.Count > 0)
        {
            board.Failed(ComponentNames.MakeWatcher, string.Join("; ", _errors.Values));
        }
        else
        {
            board.Succeeded(ComponentNames.MakeWatcher, scenarios.All.Count == 0 ? WatcherNotes.NoScenarioNamed : null);
        }
    }

    private static string Word(bool on) => on ? "on" : "off";
}
