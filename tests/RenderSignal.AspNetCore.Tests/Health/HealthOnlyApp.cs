using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>An application that wants nothing of RenderSignal's web package but its health: no dashboard, stores in files.</summary>
internal sealed class HealthOnlyApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HealthOnlyApp(WebApplication app, TestLog log)
    {
        _app = app;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public TestLog Log { get; }

    public HttpClient Client { get; }

    public static async Task<HealthOnlyApp> StartAsync(string dataFolder, Action<IServiceCollection>? services = null)
    {
        var log = new TestLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("RENDERSIGNAL_DATA", dataFolder)]);
        builder.Logging.ClearProviders().AddTestLog(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services?.Invoke(builder.Services);
        builder.Services.AddRenderSignal();

        var app = builder.Build();
        app.MapRenderSignalHealth();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HealthOnlyApp(app, log);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Log.Dispose();
    }
}
