using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Hears what other servers tell, from when Redis is there. The client subscribes again by itself after a lost connection; what was
/// told meanwhile is lost, and the readers are told so. That it is heard again is known when the own echo is.
/// </summary>
internal sealed class NoticeListener(
    RedisConnection connection,
    NoticeChannel channel,
    NoticeSender sender,
    IEnumerable<INoticeReader> readers,
    IOptions<RedisOptions> options,
    TimeProvider time,
    ILogger<NoticeListener> logger) : BackgroundService
{
    private readonly IReadOnlyList<INoticeReader> _readers = [.. readers];
    private IConnectionMultiplexer? _watched;
    private ChannelMessageQueue? _queue;
    private TaskCompletionSource _echo = NewSignal();
    private TaskCompletionSource _changed = NewSignal();
    private bool _isHearing;

    public override void Dispose()
    {
        if (_watched is not null)
        {
            _watched.ConnectionFailed -= OnFailed;
            _watched.ConnectionRestored -= OnRestored;
        }

        _queue?.Unsubscribe(CommandFlags.FireAndForget);
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsConfigured)
        {
            return;
        }

        for (var missed = false; !stoppingToken.IsCancellationRequested; missed = true)
        {
            // Before anything is asked: what changes from here on is not missed.
            var changed = NewSignal();
            Volatile.Write(ref _changed, changed);
            var heardOn = await TryHearAsync(stoppingToken);
            Volatile.Write(ref _isHearing, heardOn is not null);
            if (heardOn is not null)
            {
                Begin(missed);
                logger.NoticesHeard(heardOn, channel.Self);
                await changed.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else
            {
                await Task.WhenAny(changed.Task, Task.Delay(options.Value.ProbeInterval, time, stoppingToken));
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <returns>The channel; null: not now.</returns>
    private async Task<string?> TryHearAsync(CancellationToken stopping)
    {
        try
        {
            var database = await connection.GetDatabaseAsync().WaitAsync(stopping);
            Watch(database.Multiplexer);
            await HearEchoAsync(database, stopping);
            return channel.FullNameOf(database);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it was, it is tried again; RedisOutage says what is wrong with Redis.
            logger.NoticesUnheard(RedisFailure.Describe(exception));
            _queue?.Unsubscribe(CommandFlags.FireAndForget);
            _queue = null;
            return null;
        }
    }

    private async Task HearEchoAsync(IDatabase database, CancellationToken stopping)
    {
        try
        {
            var subscriber = database.Multiplexer.GetSubscriber();
            _queue ??= await SubscribeAsync(subscriber, channel.In(database), stopping);
            _echo = NewSignal();
            await subscriber.PublishAsync(channel.In(database), channel.Text(new(NoticeKind.Echo))).WaitAsync(options.Value.CommandTimeout, time, stopping);
            await _echo.Task.WaitAsync(options.Value.CommandTimeout, time, stopping);
        }
        catch (RedisServerException exception) when (NoticeSender.IsRefusal(exception))
        {
            sender.Refused(channel.FullNameOf(database), exception.Message);
            throw;
        }
    }

    private async Task<ChannelMessageQueue> SubscribeAsync(ISubscriber subscriber, RedisChannel name, CancellationToken stopping)
    {
        var subscribing = subscriber.SubscribeAsync(name);
        try
        {
            var queue = await subscribing.WaitAsync(options.Value.CommandTimeout, time, stopping);
            queue.OnMessage(message => OnMessage(name, message.Message));
            return queue;
        }
        catch
        {
            // One that comes late is another one's to replace.
            _ = subscribing.ContinueWith(
                late => late.Exception is null ? late.Result.UnsubscribeAsync(CommandFlags.FireAndForget) : Task.CompletedTask,
                CancellationToken.None,
                TaskContinuationOptions.NotOnCanceled,
                TaskScheduler.Default);
            throw;
        }
    }

    private void OnMessage(RedisChannel name, RedisValue text)
    {
        try
        {
            var notice = NoticeChannel.Parse(text);
            if (notice.From != channel.Self)
            {
                foreach (var reader in _readers)
                {
                    reader.Read(notice);
                }
            }
            else if (notice.Kind == NoticeKind.Echo)
            {
                _echo.TrySetResult();
            }
        }
        catch (Exception exception)
        {
            logger.NoticeUnreadable(name.ToString(), exception.Message);
        }
    }

    private void Begin(bool missed)
    {
        foreach (var reader in _readers)
        {
            reader.Begin(missed);
        }
    }

    private void Watch(IConnectionMultiplexer multiplexer)
    {
        if (_watched is null)
        {
            _watched = multiplexer;
            multiplexer.ConnectionFailed += OnFailed;
            multiplexer.ConnectionRestored += OnRestored;
        }
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs args) => Volatile.Read(ref _changed).TrySetResult();

    /// <summary>Of two connections that come back, the later does not make what is heard already begin again.</summary>
    private void OnRestored(object? sender, ConnectionFailedEventArgs args)
    {
        if (!Volatile.Read(ref _isHearing))
        {
            Volatile.Read(ref _changed).TrySetResult();
        }
    }
}
