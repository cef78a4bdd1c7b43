using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The stores of one process after another, over one data folder of its own.</summary>
public sealed class StoreHost : IStoreHost
{
    private readonly FakeLogCollector _log = new();
    private readonly StoreKind _kind;
    private readonly RenderSignalOptions _options;
    private readonly string _root = Directory.CreateTempSubdirectory("rendersignal-stores-").FullName;
    private ServiceProvider _services;

    public StoreHost(StoreKind kind = StoreKind.Files, Action<RenderSignalOptions>? configure = null)
    {
        _kind = kind;
        _options = new RenderSignalOptions { DataDirectory = Path.Combine(_root, "data") };
        configure?.Invoke(_options);
        _services = Build();
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 5, 10, 0));

    public IDedupStore Dedup => Get<IDedupStore>();

    public ILedger Ledger => Get<ILedger>();

    public ISendRateStore SendRate => Get<ISendRateStore>();

    public IRetryStore Retries => Get<IRetryStore>();

    public ISettingsStore SettingsStore => Get<ISettingsStore>();

    public IKeyRingStore KeyRing => Get<IKeyRingStore>();

    public ISettingsReader Settings => Get<ISettingsReader>();

    public ISettingsEditor Editor => Get<ISettingsEditor>();

    public ActivityFeed Feed => Get<ActivityFeed>();

    /// <summary>Every line that was logged.</summary>
    public IReadOnlyList<string> Messages => [.. _log.GetSnapshot().Select(record => record.Message)];

    public IReadOnlyList<string> Warnings =>
        [.. _log.GetSnapshot().Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message)];

    public string PathOf(string fileName) => Path.Combine(_options.DataDirectory, fileName);

    /// <summary>Writes a file as a person or an earlier process would.</summary>
    public void Put(string fileName, string content)
    {
        Directory.CreateDirectory(_options.DataDirectory);
        File.WriteAllText(PathOf(fileName), content);
    }

    /// <summary>A second process over the same folder.</summary>
    public ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(_log)));
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(_options));
        StoreRegistration.AddSettings(services);
        _ = _kind == StoreKind.Files ? StoreRegistration.AddFileStores(services) : StoreRegistration.AddMemoryStores(services);
        return services.BuildServiceProvider();
    }

    public Task AdvanceAsync(Duration time)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
