using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>The service that polls, over a scripted server, in a time of the test's own.</summary>
public abstract class PollingTests : IAsyncLifetime
{
    private readonly List<Bench> _benches = [];

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected TempFolder Folder { get; } = new();

    private protected SteppedTime Time { get; } = new();

    private protected FaultyLedger Ledger { get; } = new();

    private protected ScriptedImapServer Server { get; private set; } = null!;

    private protected string LockFile => Folder.File("poller.lock");

    private protected int Polls => Server.CommandsReceived.Count(command => command.Name == "UID SEARCH");

    public async ValueTask InitializeAsync() => Server = await ScriptedImapServer.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _benches)
        {
            await Service(bench).StopAsync(CancellationToken.None);
            await bench.DisposeAsync();
        }

        await Server.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static int Count(Bench bench, string message) => bench.Log.Records.Count(record => record.Message == message);

    private protected static PollingService Service(Bench bench) => bench.Get<IEnumerable<IHostedService>>().OfType<PollingService>().Single();

    private protected static ComponentStatus Status(Bench bench, string component) =>
        bench.Get<ComponentBoard>().Find(component) ?? throw new InvalidOperationException($"Nothing was heard of {component}.");

    private protected static RenderSignalSettings Settings(Func<PollingSettings, PollingSettings> change) => new() { Polling = change(new PollingSettings()) };

    private protected static async Task SwitchAsync(Bench bench, bool isOn) => await bench.Get<ISettingsStore>().UpdateAsync(
        SettingsDocument.PollingConfig, document => document["enable_polling"] = isOn, Token);

    private protected async Task<Bench> StartAsync(
        Action<PollingOptions>? polling = null, RenderSignalSettings? settings = null, Action<IServiceCollection>? services = null, SteppedTime? time = null)
    {
        var bench = Bench.Over(Server, settings, services: collection =>
        {
            collection.AddSingleton<TimeProvider>(time ?? Time);
            collection.Configure<PollingOptions>(options => (options.Enabled, options.LockFile) = (true, LockFile));
            collection.Configure(polling ?? (_ => { }));
            services?.Invoke(collection);
        });
        _benches.Add(bench);
        await Service(bench).StartAsync(Token);
        return bench;
    }
}
