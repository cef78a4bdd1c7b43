using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Imap;

/// <summary>One cycle after another within the schedule, and one whenever somebody asks for it.</summary>
internal sealed class PollingLoop(
    IOptions<PollingOptions> options,
    IServiceProvider services,
    ISettingsReader settingsReader,
    CycleTrigger trigger,
    PollActivity activity,
    ComponentBoard board,
    IClock clock,
    TimeProvider time,
    ILogger<PollingService> logger)
{
    private static readonly TimeSpan SettingsCheck = TimeSpan.FromSeconds(1);

    private bool _areSettingsUnreadable;

    /// <summary>What the board was told of the settings; null: nothing, or the stores failed before.</summary>
    private string? _toldOfSettings;

    public async Task RunAsync(CancellationToken stopping)
    {
        var cycles = new PollCycles(services, board, time, logger);
        Phrase? told = null;
        for (var isFirst = true; !stopping.IsCancellationRequested; isFirst = false)
        {
            var settings = await ReadSettingsAsync(stopping);
            var rest = RestReason.For(settings?.Polling, clock.GetCurrentInstant());
            if (rest != told)
            {
                TellLog(rest);
            }

            if (rest != told || isFirst)
            {
                TellBoard(rest);
            }

            told = rest;

            var isRequested = trigger.TryTake();
            var pause = options.Value.InactiveCheckInterval;
            if (rest is null || isRequested)
            {
                activity.NextCycleAt(null);
                (pause, var broke) = await cycles.RunAsync(rest is null ? options.Value.Interval : pause, rest is null, stopping);
                if (!broke)
                {
                    TellBoard(rest);
                }
            }

            activity.NextCycleAt(clock.GetCurrentInstant() + Duration.FromTimeSpan(pause));
            await RestAsync(pause, settings, stopping);
        }
    }

    /// <summary>Waits, but past neither a request nor a change of the settings: it is obeyed at once.</summary>
    private async Task RestAsync(TimeSpan pause, RenderSignalSettings? known, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        for (var left = pause; left > TimeSpan.Zero; left = pause - time.GetElapsedTime(started))
        {
            await trigger.Requested.WaitAsync(left < SettingsCheck ? left : SettingsCheck, time, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.ThrowIfCancellationRequested();
            if (trigger.Requested.IsCompleted || !ReferenceEquals(await ReadSettingsAsync(stopping), known))
            {
                return;
            }
        }
    }

    /// <returns>Null while their store fails.</returns>
    private async Task<RenderSignalSettings?> ReadSettingsAsync(CancellationToken stopping)
    {
        try
        {
            var settings = await settingsReader.GetAsync(stopping);
            _areSettingsUnreadable = false;
            TakeBackFailure();
            return settings;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            if (!_areSettingsUnreadable)
            {
                Log.SettingsUnreadable(logger, exception);
                TellFailure(exception);
                _areSettingsUnreadable = true;
            }

            return null;
        }
    }

    private void TellFailure(Exception exception)
    {
        if (board.Find(ComponentNames.Stores) is not { State: ComponentState.Failing })
        {
            board.Failed(ComponentNames.Stores, $"The settings cannot be read: {exception.Message}");
            _toldOfSettings = board.Find(ComponentNames.Stores)?.LastError;
        }
    }

    /// <summary>That settings can be read says nothing of what else failed: a full disk still is.</summary>
    private void TakeBackFailure()
    {
        if (_toldOfSettings is not null && board.Find(ComponentNames.Stores)?.LastError == _toldOfSettings)
        {
            board.Succeeded(ComponentNames.Stores);
        }

        _toldOfSettings = null;
    }

    private void TellLog(Phrase? rest)
    {
        if (rest is null)
        {
            Log.PollingBegins(logger);
        }
        else
        {
            Log.PollingRests(logger, rest.English);
        }
    }

    private void TellBoard(Phrase? rest)
    {
        if (rest is null)
        {
            board.Succeeded(ComponentNames.Poller);
        }
        else
        {
            board.Rests(ComponentNames.Poller, rest);
        }
    }
}
