using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Imap;

/// <summary>Polls the mailbox: one process at a time, within the schedule, for ever.</summary>
internal sealed class PollingService(
    IOptions<PollingOptions> options,
    IOptions<ImapOptions> imapOptions,
    IServiceProvider services,
    ISettingsReader settingsReader,
    CycleTrigger trigger,
    PollActivity activity,
    ComponentBoard board,
    IClock clock,
    TimeProvider time,
    ILogger<PollingService> logger) : BackgroundService
{
    private static readonly TimeSpan LockRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SettingsCheck = TimeSpan.FromSeconds(1);

    private bool _areSettingsUnreadable;

    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">The mailbox is to be polled, but its settings are not complete.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        activity.PollsEvery(Duration.FromTimeSpan(options.Value.Interval), Duration.FromTimeSpan(options.Value.InactiveCheckInterval));
        if (options.Value.Enabled)
        {
            _ = imapOptions.Value;
            _ = services.GetRequiredService<IEmailPipeline>(); // what is not registered fails the start, not the first cycle
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            Log.PollingDisabled(logger);
            board.Rests(ComponentNames.Poller, "this process was not started to poll (ENABLE_BACKGROUND_TASKS)");
            await PollOnRequestAsync(stoppingToken);
            return;
        }

        activity.PollerIs(enabled: true, alive: false);

        try
        {
            using var held = await AcquireLockAsync(stoppingToken);
            Log.LockAcquired(logger);
            activity.PollerIs(enabled: true, alive: true);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var beating = BeatAsync(ended.Token);
            try
            {
                await PollAsync(stoppingToken);
            }
            finally
            {
                // No beat without polling; and the lock is held until the cycle in hand has ended.
                await ended.CancelAsync();
                await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                activity.PollerIs(enabled: true, alive: false);
                activity.NextCycleAt(null);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; the cycle in hand has ended by itself.
        }
    }

    /// <summary>For a process that does not poll by itself: somebody may ask for a cycle all the same.</summary>
    private async Task PollOnRequestAsync(CancellationToken stopping)
    {
        while (true)
        {
            await trigger.Requested.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            trigger.TryTake();
            try
            {
                await services.GetRequiredService<IMailboxPoller>().PollOnceAsync(stopping);
            }
            catch (Exception exception) when (exception is MailboxUnavailableException or OptionsValidationException)
            {
                Log.RequestedCycleFailed(logger, exception.Message);
            }
        }
    }

    private async Task<PollerLock> AcquireLockAsync(CancellationToken stopping)
    {
        var lockFile = PollerLock.PathFor(options.Value, imapOptions.Value);
        var isToldOf = false;
        while (true)
        {
            try
            {
                if (PollerLock.TryAcquire(lockFile) is { } acquired)
                {
                    return acquired;
                }

                if (!isToldOf)
                {
                    Log.LockHeldElsewhere(logger, lockFile);
                    board.Rests(ComponentNames.Poller, "another process polls this mailbox");
                    isToldOf = true;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                if (!isToldOf)
                {
                    Log.LockUnavailable(logger, lockFile, exception.Message, LockRetry.TotalSeconds);
                    board.Failed(ComponentNames.Poller, $"the lock file cannot be opened: {exception.Message}");
                    isToldOf = true;
                }
            }

            await Task.Delay(LockRetry, time, stopping);
        }
    }

    private async Task BeatAsync(CancellationToken stopping)
    {
        while (true)
        {
            Log.Heartbeat(logger);
            await Task.Delay(HeartbeatInterval, time, stopping);
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        var cycles = new PollCycles(services, time, logger);
        string? resting = null;
        while (!stopping.IsCancellationRequested)
        {
            var settings = await ReadSettingsAsync(stopping);
            var rest = WhyResting(settings?.Polling);
            if (rest != resting)
            {
                Tell(rest);
                resting = rest;
            }

            var isRequested = trigger.TryTake();
            var pause = rest is null || isRequested ? await cycles.RunAsync(options.Value.Interval, stopping) : options.Value.InactiveCheckInterval;
            activity.NextCycleAt(rest is null ? clock.GetCurrentInstant() + Duration.FromTimeSpan(pause) : null);
            await RestAsync(pause, settings, stopping);
        }
    }

    /// <summary>Waits, but not past a change of the settings: it is obeyed at once.</summary>
    private async Task RestAsync(TimeSpan pause, RenderSignalSettings? known, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        for (var left = pause; left > TimeSpan.Zero; left = pause - time.GetElapsedTime(started))
        {
            using var woken = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(Task.Delay(left < SettingsCheck ? left : SettingsCheck, time, woken.Token), trigger.Requested);
            await woken.CancelAsync();
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
            return settings;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            if (!_areSettingsUnreadable)
            {
                Log.SettingsUnreadable(logger, exception);
                _areSettingsUnreadable = true;
            }

            return null;
        }
    }

    private string? WhyResting(PollingSettings? polling)
    {
        if (polling is null)
        {
            return "the settings cannot be read";
        }

        var now = clock.GetCurrentInstant().InZone(polling.TimeZone).LocalDateTime;
        return !polling.Enabled ? "enable_polling is off"
            : polling.Schedule.IsVacation(now.Date) ? $"vacation until {polling.Schedule.VacationEnd:uuuu'-'MM'-'dd}"
            : !polling.Schedule.IsActiveAt(now) ? "outside the active days and hours"
            : null;
    }

    private void Tell(string? rest)
    {
        if (rest is null)
        {
            Log.PollingBegins(logger);
            board.Succeeded(ComponentNames.Poller);
        }
        else
        {
            Log.PollingRests(logger, rest);
            board.Rests(ComponentNames.Poller, rest);
        }
    }
}
