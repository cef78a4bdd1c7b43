using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

/// <summary>The package as an application has it, with a clock of the test's own.</summary>
internal sealed class Sending : IAsyncDisposable
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 5, 8, 30);

    private readonly ServiceProvider _services;

    public Sending(Action<WebhooksOptions>? configure = null, Action<IServiceCollection>? more = null, params (string Name, string Value)[] variables)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddTestLog(Log));
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISettingsReader>(Settings);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value))).Build());
        services.AddRenderSignal().AddInMemoryStores().AddWebhooks(configure);
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TestLog Log { get; } = new();

    public FakeClock Clock { get; } = new(Start);

    public ObservedTime Time { get; } = new();

    public FixedSettings Settings { get; } = new(new RenderSignalSettings());

    public IServiceProvider Services => _services;

    public Task<DeliveryOutcome> DeliverAsync(string route, DeliveryRequest request, CancellationToken? cancellationToken = null) =>
        TargetFor(route).DeliverAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);

    public IDeliveryTarget TargetFor(string route) => _services.GetServices<IDeliveryTarget>().Single(target => target.Route == route);

    public Task<DeliveryOutcome> SendCustomAsync(RenderSignalSettings settings, CancellationToken? cancellationToken = null) =>
        DeliverAsync(DeliveryRoutes.Custom, Mails.Recadrage(settings), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Log.Dispose();
    }
}
