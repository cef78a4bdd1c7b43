using Microsoft.Extensions.Logging;
using RenderSignal.Abstractions.Tests;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>An application over a Redis of its own, for the contracts that all kinds of stores keep.</summary>
public sealed class RedisStoreHost : IStoreHost
{
    private readonly TempFolder _data = new();
    private readonly TestLog _log = new();
    private RedisServer? _redis;
    private RedisApp? _app;

    public ISettingsStore SettingsStore => _app!.Settings;

    public ISettingsEditor Editor => _app!.SettingsEditor;

    public IKeyRingStore KeyRing => _app!.Keys;

    public IReadOnlyList<string> Warnings =>
        [.. _log.Records.Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message)];

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync(TestContext.Current.CancellationToken);
        _app = new RedisApp(_data, _log, options => options.Url = $"redis://{_redis.ConnectionString}");
    }

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        _log.Dispose();
        _data.Dispose();
    }
}
