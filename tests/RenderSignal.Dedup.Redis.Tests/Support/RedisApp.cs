using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>One run of an application: what it remembers in itself goes with it, the data folder and Redis stay.</summary>
internal sealed class RedisApp : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public RedisApp(
        TempFolder data, TestLog log, Action<RedisOptions> configure, IReadOnlyDictionary<string, string?>? variables = null, IClock? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddTestLog(log));
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(variables).Build());
        services.AddSingleton(clock ?? SystemClock.Instance);
        services.AddRenderSignal(options => options.DataDirectory = data.FullPath).AddRedis(configure);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public IServiceProvider Services => _services;

    public IDedupStore Store => _services.GetRequiredService<IDedupStore>();

    public ILedger Ledger => _services.GetRequiredService<ILedger>();

    /// <summary>What this server remembers itself.</summary>
    public IDedupStore LocalStore => _services.GetRequiredKeyedService<IDedupStore>("local");

    public ISendRateStore SendRate => _services.GetRequiredService<ISendRateStore>();

    public IRetryStore Retries => _services.GetRequiredService<IRetryStore>();

    public ISettingsStore Settings => _services.GetRequiredService<ISettingsStore>();

    public ISettingsReader SettingsInForce => _services.GetRequiredService<ISettingsReader>();

    public ISettingsEditor SettingsEditor => _services.GetRequiredService<ISettingsEditor>();

    public ActivityFeed Feed => _services.GetRequiredService<ActivityFeed>();

    public IKeyRingStore Keys => _services.GetRequiredService<IKeyRingStore>();

    public ComponentStatus? Status => _services.GetRequiredService<ComponentBoard>().Find(ComponentNames.Redis);

    /// <summary>What a server does that takes over polling.</summary>
    public Task CatchUpAsync() => _services.GetRequiredService<RedisCatchUp>().CatchUpAsync(TestContext.Current.CancellationToken);

    /// <summary>What a host does when the application starts.</summary>
    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
