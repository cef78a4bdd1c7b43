using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The pipeline as an application has it, over a mailbox and a target of the test's own; Wednesday, 10:00 in Paris.</summary>
internal sealed class PipelineHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FixedSettings _settings = new(new RenderSignalSettings
    {
        Webhooks = new WebhookSettings { Url = "https://receiver.example.test/hook" },
        Preferences = new ProcessingPreferences { RateLimitPerHour = 0 },
    });

    public PipelineHost(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddTestLog(Log));
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISettingsReader>(_settings);
        services.AddSingleton<IMailbox>(Mailbox);
        services.AddSingleton<IDeliveryTarget>(Target);
        services.AddRenderSignal(options => options.SubjectGroupTtlSeconds = 0).AddInMemoryStores().AddMatching();
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 4, 9, 0));

    public FakeTimeProvider Time { get; } = new();

    public TestLog Log { get; } = new();

    public FakeMailbox Mailbox { get; } = new();

    public FakeTarget Target { get; } = new();

    public RenderSignalSettings Settings { get => _settings.Settings; set => _settings.Settings = value; }

    public IDedupStore Dedup => Get<IDedupStore>();

    public ILedger Ledger => Get<ILedger>();

    public IEmailReplayer Replayer => Get<IEmailReplayer>();

    public IEmailPreviewer Previewer => Get<IEmailPreviewer>();

    public ActivityFeed Feed => Get<ActivityFeed>();

    public ISendRateStore SendRate => Get<ISendRateStore>();

    public IMeterFactory Meters => Get<IMeterFactory>();

    public IEnumerable<string> MessagesAt(LogLevel level) => Log.Records.Where(record => record.Level == level).Select(record => record.Message);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<CycleSummary> RunAsync(CancellationToken? stopping = null) =>
        Get<IEmailPipeline>().RunCycleAsync(Mailbox, stopping ?? TestContext.Current.CancellationToken);

    public Task<bool> IsDoneAsync(EmailEnvelope email) => Dedup.IsProcessedAsync(email.Id, TestContext.Current.CancellationToken);

    public Task<bool> IsGroupDoneAsync(string group) => Dedup.IsGroupProcessedAsync(group, TestContext.Current.CancellationToken);

    public async Task<LedgerRecord> RecordOfAsync(string id) =>
        await Ledger.FindAsync(id, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"The ledger says nothing of {id}.");

    public Task<LedgerRecord> RecordOfAsync(EmailEnvelope email) => RecordOfAsync(email.Id);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Log.Dispose();
    }
}
