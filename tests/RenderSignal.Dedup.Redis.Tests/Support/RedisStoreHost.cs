using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.Abstractions.Tests;
using RenderSignal.TestKit;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>An application over a Redis of its own, for the contracts that all kinds of stores keep.</summary>
/// <param name="variables">The environment of the application.</param>
public sealed class RedisStoreHost(IReadOnlyDictionary<string, string?>? variables = null) : IStoreHost
{
    private readonly TempFolder _data = new();
    private readonly TestLog _log = new();
    private RedisServer? _redis;
    private RedisApp? _app;

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 5, 10, 0));

    public ILedger Ledger => _app!.Ledger;

    public IDedupStore Dedup => _app!.Store;

    public ISendRateStore SendRate => _app!.SendRate;

    public IRetryStore Retries => _app!.Retries;

    public ISettingsStore SettingsStore => _app!.Settings;

    public ISettingsEditor Editor => _app!.SettingsEditor;

    public IKeyRingStore KeyRing => _app!.Keys;

    public IReadOnlyList<string> Warnings =>
        [.. _log.Records.Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message)];

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync(TestContext.Current.CancellationToken);
        _app = new RedisApp(
            _data,
            _log,
            options =>
            {
                options.Url = $"redis://{_redis.ConnectionString}";
                options.CommandTimeout = TimeSpan.FromSeconds(10); // these are not about time, and the machine may be busy
            },
            variables,
            Clock);
    }

    /// <summary>Redis has a clock of its own: its keys are made to end so much earlier.</summary>
    public async Task AdvanceAsync(Duration time)
    {
        Clock.Advance(time);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_redis!.ConnectionString);
        var database = connection.GetDatabase();
        await foreach (var key in connection.GetServers()[0].KeysAsync())
        {
            if (await database.KeyTimeToLiveAsync(key) is { } left)
            {
                await database.KeyExpireAsync(key, left - time.ToTimeSpan());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        _log.Dispose();
        _data.Dispose();
    }
}
