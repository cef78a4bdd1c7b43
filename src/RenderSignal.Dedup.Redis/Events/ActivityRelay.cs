using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Tells other servers what happens to mails here, as a reader of the feed: whoever publishes there waits for nobody, and while Redis is
/// away the feed keeps what is to be told; if that becomes more than it keeps, the others are told to read anew.
/// </summary>
internal sealed class ActivityRelay(
    ActivityFeed feed, NoticeSender sender, RedisConnection connection, IOptions<RedisOptions> options, TimeProvider time, ILogger<ActivityRelay> logger)
    : BackgroundService
{
    private string? _start;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _start = feed.LastId;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
        {
            return;
        }

        await foreach (var occurred in feed.ReadAsync(_start, stoppingToken))
        {
            // Each server meets changes of the settings by itself.
            if (!occurred.IsRelayed && occurred.Type != ActivityEventType.Settings)
            {
                await TellAsync(occurred, stoppingToken);
            }
        }
    }

    private async Task TellAsync(ActivityEvent occurred, CancellationToken stopping)
    {
        try
        {
            var notice = occurred.Type == ActivityEventType.Reset
                ? new Notice(NoticeKind.Missed)
                : new(NoticeKind.Activity) { Event = JsonElement.Parse(ActivityEventJson.Write(occurred)) };
            for (var restored = connection.Restored; !await sender.TrySendAsync(notice, stopping); restored = connection.Restored)
            {
                await Task.WhenAny(restored, Task.Delay(options.Value.ProbeInterval, time, stopping));
                stopping.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            logger.ActivityNotTold(exception);
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }
}
