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
            return;
        }

        try
        {
            using var held = await AcquireLockAsync(stoppingToken);
            Log.LockAcquired(logger);
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
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; the cycle in hand has ended by itself.
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
                    isToldOf = true;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                if (!isToldOf)
                {
                    Log.LockUnavailable(logger, lockFile, exception.Message, LockRetry.TotalSeconds);
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

            var pause = rest is null ? await cycles.RunAsync(options.Value.Interval, stopping) : options.Value.InactiveCheckInterval;
            await RestAsync(pause, settings, stopping);
        }
    }

    /// <summary>Waits, but not past a change of the settings: it is obeyed at once.</summary>
    private async Task RestAsync(TimeSpan pause, RenderSignalSettings? known, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        for (var left = pause; left > TimeSpan.Zero; left = pause - time.GetElapsedTime(started))
        {
            await Task.Delay(left < SettingsCheck ? left : SettingsCheck, time, stopping);
            if (!ReferenceEquals(await ReadSettingsAsync(stopping), known))
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
        }
        else
        {
            Log.PollingRests(logger, rest);
        }
    }
}
