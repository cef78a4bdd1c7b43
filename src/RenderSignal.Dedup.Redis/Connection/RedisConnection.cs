using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using StackExchange.Redis.KeyspaceIsolation;

namespace RenderSignal.Dedup.Redis;

/// <summary>The one connection that all stores on Redis share: opened when it is needed first, kept until the application ends.</summary>
internal sealed class RedisConnection(IServiceProvider services, IOptions<RedisOptions> options, TimeProvider time, ILogger<RedisConnection> logger)
    : IAsyncDisposable, IDisposable
{
    /// <summary>A machine on which everything starts at once takes longer for a connection than for a command.</summary>
    private static readonly TimeSpan OpeningTime = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly RedisOptions _options = options.Value;
    private Task<IConnectionMultiplexer>? _opening;
    private long? _firstOpened;
    private TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The connection is there again. Any thread.</summary>
    public event Action? Reconnected;

    /// <summary>Ends when the connection is there again the next time.</summary>
    public Task Restored => Volatile.Read(ref _restored).Task;

    /// <summary>Whether the connection is being opened for the first time, and may take longer yet: no answer says nothing of Redis.</summary>
    public bool IsOpening
    {
        get
        {
            lock (_gate)
            {
                return _opening is { IsCompleted: false } && time.GetElapsedTime(_firstOpened!.Value) < OpeningTime;
            }
        }
    }

    /// <summary>The servers, for a log.</summary>
    public string Servers => _opening is { IsCompletedSuccessfully: true } opened
        ? RedisAddress.Describe(opened.Result.GetEndPoints())
        : _options.ConnectionFactory is null ? RedisAddress.Describe(Settings().EndPoints) : "the application's own connection";

    /// <summary>The connection. It may be without a server at the moment; then its commands fail at once.</summary>
    /// <exception cref="RedisConnectionException">The application's factory failed; the next call asks it again.</exception>
    public Task<IConnectionMultiplexer> OpenAsync()
    {
        lock (_gate)
        {
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _firstOpened ??= time.GetTimestamp();
                _opening = Task.Run(ConnectAsync);
            }

            return _opening;
        }
    }

    /// <summary>The database, in which all keys begin with <see cref="RedisOptions.KeyPrefix"/>.</summary>
    /// <exception cref="RedisConnectionException">As <see cref="OpenAsync"/>.</exception>
    public async Task<IDatabase> GetDatabaseAsync() => WithPrefix((await OpenAsync()).GetDatabase());

    /// <summary>For containers that are not disposed asynchronously: closes the connection without waiting for it.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_opening is { } opening)
        {
            // Nobody waits longer than for a command for a connection that is still being opened; it is closed when it is there.
            await Task.WhenAny(CloseAsync(opening), Task.Delay(_options.CommandTimeout, time));
        }
    }

    private IDatabase WithPrefix(IDatabase database) => _options.KeyPrefix.Length > 0 ? database.WithKeyPrefix(_options.KeyPrefix) : database;

    private async Task<IConnectionMultiplexer> ConnectAsync()
    {
        var multiplexer = _options.ConnectionFactory is { } factory
            ? await AskAsync(factory)
            : await ConnectionMultiplexer.ConnectAsync(Settings());
        multiplexer.ConnectionRestored += OnRestored;
        if (multiplexer.IsConnected)
        {
            logger.Connected(RedisAddress.Describe(multiplexer.GetEndPoints()));
        }

        return multiplexer;
    }

    private async Task<IConnectionMultiplexer> AskAsync(Func<IServiceProvider, Task<IConnectionMultiplexer>> factory)
    {
        try
        {
            return await factory(services);
        }
        catch (Exception exception)
        {
            throw new RedisConnectionException(
                ConnectionFailureType.UnableToConnect, CommandFlags.None, "RedisOptions.ConnectionFactory failed.", exception, CommandStatus.Unknown);
        }
    }

    private ConfigurationOptions Settings()
    {
        var settings = _options.Configuration?.Clone() ?? RedisAddress.Parse(_options.Url!, out _)!;
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast;
        settings.AsyncTimeout = (int)_options.CommandTimeout.TotalMilliseconds;
        settings.ConnectTimeout = Math.Max(settings.AsyncTimeout, (int)OpeningTime.TotalMilliseconds);
        settings.ConnectRetry = 1; // of the first attempt: RedisRecovery does the rest, and says so
        settings.ReconnectRetryPolicy = new LinearRetry((int)_options.ProbeInterval.TotalMilliseconds);
        return settings;
    }

    private async Task CloseAsync(Task<IConnectionMultiplexer> opening)
    {
        var multiplexer = await opening;
        multiplexer.ConnectionRestored -= OnRestored;
        if (_options.ConnectionFactory is null)
        {
            await multiplexer.DisposeAsync();
        }
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs args)
    {
        if (args.ConnectionType == ConnectionType.Interactive)
        {
            Interlocked.Exchange(ref _restored, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            Reconnected?.Invoke();
        }
    }
}
