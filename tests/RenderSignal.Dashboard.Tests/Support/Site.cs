using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.Dashboard.Tests;

/// <summary>
/// The whole server on Kestrel, as the sample puts it together, on a port of its own: it polls a mailbox of its own every second, around
/// the clock, sends to a receiver of its own and keeps its data in a folder.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    public const string User = "admin";
    public const string Password = "correct horse";

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly TempFolder _data = new();
    private readonly Dictionary<string, string?> _variables;
    private WebApplication? _app;

    private Site(DovecotServer dovecot, WebhookReceiver receiver, IEnumerable<(string Name, string? Value)> variables)
    {
        Mailbox = dovecot.MailboxOf($"{Guid.NewGuid():N}@mail.test");
        Receiver = receiver;
        _variables = new(Hours.PollingNow)
        {
            ["IMAP_SERVER"] = dovecot.Host,
            ["IMAP_PORT"] = $"{dovecot.TlsPort}",
            ["IMAP_CA_FILE"] = dovecot.CaFile,
            ["EMAIL_ADDRESS"] = Mailbox.User,
            ["EMAIL_PASSWORD"] = dovecot.Password,
            ["WEBHOOK_URL"] = receiver.Url("/hook").AbsoluteUri,
            ["ENABLE_BACKGROUND_TASKS"] = "true",
            ["EMAIL_POLLING_INTERVAL_SECONDS"] = "1",
            ["BG_POLLER_LOCK_FILE"] = _data.File("poller.lock"),
            ["RENDERSIGNAL_DATA"] = _data.FullPath,
            ["TRIGGER_PAGE_USER"] = User,
            ["TRIGGER_PAGE_PASSWORD"] = Password,
        };
        foreach (var (name, value) in variables)
        {
            _variables[name] = value;
        }
    }

    /// <summary>The same after a stop and a start.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>What it polls.</summary>
    public DovecotMailbox Mailbox { get; }

    /// <summary>Where it sends; it takes every mail until a test scripts something else.</summary>
    public WebhookReceiver Receiver { get; }

    public TestLog Log { get; } = new();

    /// <param name="dovecot">Has its mailbox.</param>
    /// <param name="variables">Laid over what makes it run; null takes one away.</param>
    /// <param name="documents">Stored documents by name, such as <c>processing_prefs</c>, as JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Site> StartAsync(
        DovecotServer dovecot, IEnumerable<(string Name, string? Value)> variables, IEnumerable<(string Name, string Json)> documents, CancellationToken cancellationToken)
    {
        var site = new Site(dovecot, await WebhookReceiver.StartAsync(cancellationToken: cancellationToken), variables);
        try
        {
            foreach (var (name, json) in documents)
            {
                await File.WriteAllTextAsync(site._data.File($"{name}.json"), json, cancellationToken);
            }

            await site.StartAgainAsync(cancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a mail into its mailbox; it is polled within a second.</summary>
    /// <returns>Its UID.</returns>
    public Task<uint> DeliverAsync(Mail mail, CancellationToken cancellationToken = default) => Mailbox.DeliverAsync(mail.ToString(), cancellationToken);

    /// <summary>Refuses connections from now on, and ends those there are.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _app, null) is { } app)
        {
            await app.StopAsync(); // as a host does it: whoever polls ends before its mailbox is taken away
            await app.DisposeAsync();
        }
    }

    /// <summary>Starts the stopped server on the same port with the same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_app is not null)
        {
            throw new InvalidOperationException("The site is running already.");
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = Environments.Production;
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(_variables);
        builder.Logging.ClearProviders().AddTestLog(Log).AddFilter<FakeLoggerProvider>("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls(Address.AbsoluteUri);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTimeout);
        builder.Services.AddRenderSignal().AddMatching().AddImap().AddWebhooks().AddRedis().AddDashboard();
        _app = builder.Build();
        _app.MapRenderSignal();
        await _app.StartAsync(cancellationToken);
    }

    /// <summary>Goes away and comes back, on the same port with the same data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync();
        await StartAgainAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Receiver.DisposeAsync();
        Log.Dispose();
        _data.Dispose();
    }
}
