using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Imap;

/// <summary>Polls the mailbox: one process at a time, within the schedule and on request, for ever.</summary>
internal sealed class PollingService(
    IOptions<PollingOptions> options,
    IOptions<ImapOptions> imapOptions,
    IServiceProvider services,
    PollerLockQueue queue,
    RequestedCycles requested,
    PollingLoop loop,
    RequestForwarding forwarding,
    PollActivity activity,
    ComponentBoard board,
    TimeProvider time,
    ILogger<PollingService> logger) : BackgroundService
{
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">The mailbox is to be polled, but its settings are not complete.</exception>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        activity.PollsEvery(Duration.FromTimeSpan(options.Value.Interval), Duration.FromTimeSpan(options.Value.InactiveCheckInterval));
        if (options.Value.Enabled)
        {
            _ = imapOptions.Value;
            _ = services.GetRequiredService<IEmailPipeline>(); // what is not registered fails the start, not the first cycle
            activity.PollerIs(enabled: true, alive: false);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            Log.PollingDisabled(logger);
            await requested.RunAsync(stoppingToken);
            return;
        }

        try
        {
            await PollAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops; the cycle in hand has ended by itself.
            board.Rests(ComponentNames.Poller, PollingNotes.ProcessStops);
        }
        catch (Exception exception)
        {
            board.Failed(ComponentNames.Poller, $"The polling service ended: {exception.Message}");
            throw;
        }
        finally
        {
            activity.PollerIs(enabled: true, alive: false);
            activity.NextCycleAt(null);
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        while (true)
        {
            await PollUnderLeaseAsync(stopping);
            stopping.ThrowIfCancellationRequested();
            Log.LeaseLost(logger);
            activity.PollerIs(enabled: true, alive: false);
            activity.NextCycleAt(null);
        }
    }

    private async Task PollUnderLeaseAsync(CancellationToken stopping)
    {
        await using var lease = await queue.AcquireAsync(stopping);
        Log.LockAcquired(logger);
        activity.PollerIs(enabled: true, alive: true);
        using var listening = forwarding.Listen();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        var beating = BeatAsync(ended.Token);
        try
        {
            await loop.RunAsync(ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The cycle in hand has ended by itself.
        }
        finally
        {
            // No beat without polling; and the lease is held until the cycle in hand has ended.
            await ended.CancelAsync();
            await beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
}
