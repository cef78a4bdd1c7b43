using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class AddRedisTests
{
    [Fact]
    public void Without_an_address_the_local_store_stays_in_use()
    {
        using var services = Services().AddRedis().Services.BuildServiceProvider();

        Assert.IsType<MemoryDedupStore>(services.GetRequiredService<IDedupStore>());
        Assert.Same(services.GetRequiredKeyedService<ISettingsStore>("local"), services.GetRequiredService<ISettingsStore>());
        Assert.Same(services.GetRequiredKeyedService<IKeyRingStore>("local"), services.GetRequiredService<IKeyRingStore>());
        Assert.Same(services.GetRequiredKeyedService<ILedger>("local"), services.GetRequiredService<ILedger>());
    }

    [Fact]
    public async Task Without_an_address_a_start_connects_to_nothing()
    {
        await using var services = Services().AddRedis().Services.BuildServiceProvider();

        await services.GetServices<IHostedService>().OfType<RedisStart>().Single().StartAsync(TestContext.Current.CancellationToken);

        Assert.IsType<MemoryDedupStore>(services.GetRequiredService<IDedupStore>());
    }

    [Fact]
    public void Called_twice_it_decorates_once_and_applies_both_configurations()
    {
        var builder = Services().AddRedis("redis://cache.test").AddRedis(options => options.ProcessedEmailIdsKey = "ids");
        builder.Services.TryAddSingleton<IDedupStore>(_ => throw new InvalidOperationException("AddRenderSignal called again"));
        using var services = builder.Services.BuildServiceProvider();

        Assert.IsType<RedisDedupStore>(services.GetRequiredService<IDedupStore>());
        Assert.IsType<MemoryDedupStore>(services.GetRequiredKeyedService<IDedupStore>("local"));
        Assert.Single(services.GetServices<IDedupStore>());
        Assert.IsType<RedisSettingsStore>(Assert.Single(services.GetServices<ISettingsStore>()));
        Assert.IsType<RedisKeyRingStore>(Assert.Single(services.GetServices<IKeyRingStore>()));
        Assert.IsType<RedisLedger>(Assert.Single(services.GetServices<ILedger>()));
        Assert.Equal(5, services.GetServices<IRedisBacklog>().Count());
        var options = services.GetRequiredService<IOptions<RedisOptions>>().Value;
        Assert.Equal(("redis://cache.test", "ids"), (options.Url, options.ProcessedEmailIdsKey));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stores_in_memory_stand_behind_Redis_whether_chosen_before_or_after_it(bool isBefore)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartAsync(cancellation);
        using var folder = new TempFolder();
        var builder = new ServiceCollection().AddRenderSignal(options => options.DataDirectory = folder.FullPath);
        _ = isBefore ? builder.AddInMemoryStores().AddRedis($"redis://{redis.ConnectionString}") : builder.AddRedis($"redis://{redis.ConnectionString}").AddInMemoryStores();
        await using var services = builder.Services.BuildServiceProvider();
        var (settings, keys) = (services.GetRequiredService<ISettingsStore>(), services.GetRequiredService<IKeyRingStore>());

        await settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["a"] = 1, cancellation);
        keys.Write("key-1", "<key />");
        await redis.StopAsync();

        Assert.IsType<RedisSettingsStore>(settings);
        Assert.IsType<RedisKeyRingStore>(keys);
        Assert.Equal("""{"a":1}""", (await settings.ReadAsync(SettingsDocument.RuntimeFlags, cancellation))?.ToJsonString());
        Assert.Equal("<key />", keys.ReadAll()["key-1"]);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void A_local_store_given_as_an_instance_or_by_a_factory_is_taken_over_too()
    {
        var store = new MemoryDedupStore(SystemClock.Instance);
        foreach (var registration in new[] { ServiceDescriptor.Singleton<IDedupStore>(store), ServiceDescriptor.Singleton<IDedupStore>(_ => store) })
        {
            var builder = new ServiceCollection { registration }.AddRenderSignal().AddRedis();
            using var services = builder.Services.BuildServiceProvider();

            Assert.Same(store, services.GetRequiredKeyedService<IDedupStore>("local"));
        }
    }

    [Fact]
    public void Before_AddRenderSignal_it_says_what_to_call()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new RenderSignalBuilder(new ServiceCollection()).AddRedis());

        Assert.Equal("No IDedupStore is registered: call AddRenderSignal() before AddRedis().", exception.Message);
    }

    [Fact]
    public void A_wrong_address_stops_the_start_and_its_password_stays_hidden()
    {
        using var services = Services().AddRedis("redis://:geheim@cache.test/eins").Services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("REDIS_URL is 'redis://***'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", exception.ToString(), StringComparison.Ordinal);
    }

    private static RenderSignalBuilder Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDedupStore, MemoryDedupStore>();
        return services.AddRenderSignal();
    }
}
