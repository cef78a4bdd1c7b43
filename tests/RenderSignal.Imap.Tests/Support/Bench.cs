using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>The whole library over one mailbox, as an application puts it together; only the clock is stood in for.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Bench(ServiceProvider services, FakeClock clock, TestLog log)
    {
        _services = services;
        Clock = clock;
        Log = log;
    }

    public FakeClock Clock { get; }

    public TestLog Log { get; }

    public IMailbox Mailbox => Get<IMailbox>();

    public static Bench Over(DovecotServer server, RenderSignalSettings? settings = null, Action<ImapOptions>? imap = null, Action<IServiceCollection>? services = null) =>
        Over(
            settings,
            options =>
            {
                options.Host = server.Host;
                options.Port = server.TlsPort;
                options.CaFile = server.CaFile;
                options.User = server.User;
                options.Password = server.Password;
                imap?.Invoke(options);
            },
            services);

    public static Bench Over(ScriptedImapServer server, RenderSignalSettings? settings = null, Action<ImapOptions>? imap = null, Action<IServiceCollection>? services = null) =>
        Over(
            settings,
            options =>
            {
                options.Host = server.Host;
                options.Port = server.Port;
                options.Security = ImapSecurity.StartTlsWhenOffered;
                options.User = server.User;
                options.Password = server.Password;
                imap?.Invoke(options);
            },
            services);

    public static Bench Over(RenderSignalSettings? settings, Action<ImapOptions> imap, Action<IServiceCollection>? register = null)
    {
        // A Wednesday: neither presence nor the schedule has a part in these tests.
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 18, 10, 0));
        var log = new TestLog();
        var services = new ServiceCollection().AddSingleton<IClock>(clock).AddLogging(logging => logging.AddTestLog(log));
        services.AddRenderSignal(options => options.Settings = settings ?? new RenderSignalSettings())
            .AddInMemoryStores()
            .AddMatching()
            .AddImap(imap)
            .AddWebhooks();
        register?.Invoke(services);
        return new Bench(services.BuildServiceProvider(validateScopes: true), clock, log);
    }

    /// <summary>Settings under which every mail that can be read is sent to this receiver.</summary>
    public static RenderSignalSettings SendAll(WebhookReceiver receiver) => new()
    {
        Webhooks = new WebhookSettings { Url = receiver.Url("/hook").AbsoluteUri },
        Preferences = new ProcessingPreferences { RateLimitPerHour = 0 },
        Flags = new RuntimeFlags { AllowCustomWebhookWithoutLinks = true },
    };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<CycleSummary> RunCycleAsync(CancellationToken? stopping = null) =>
        Get<IEmailPipeline>().RunCycleAsync(Mailbox, stopping ?? TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<LedgerRecord>> LedgerAsync() =>
        (await Get<ILedger>().ListAsync(new LedgerQuery { Limit = 1000 }, TestContext.Current.CancellationToken)).Records;

    /// <summary>The unseen mails with their texts, as the mailbox tells them.</summary>
    public async Task<IReadOnlyList<(EmailEnvelope Envelope, EmailBody Body)>> ReadAllAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var session = await Mailbox.OpenAsync(cancellationToken);
        var listing = await session.ListUnseenAsync((_, _) => ValueTask.FromResult(true), cancellationToken);
        Assert.Empty(listing.Unreadable);
        var mails = new List<(EmailEnvelope, EmailBody)>();
        foreach (var envelope in listing.Emails)
        {
            mails.Add((envelope, await session.FetchBodyAsync(envelope, cancellationToken)));
        }

        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Log.Dispose();
    }
}
