using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>
/// An application with all of RenderSignal in it, on Kestrel and a free port of loopback. Its stores are in memory and start empty,
/// unless <c>RENDERSIGNAL_DATA</c> names a folder.
/// </summary>
internal sealed class TestApp : IAsyncDisposable
{
    public const string User = "admin";
    public const string Password = "pw";
    public const string TestKey = "test-key";

    private readonly WebApplication _app;
    private readonly ServerCertificate? _certificate;

    private TestApp(WebApplication app, TestLog log, ServerCertificate? certificate)
    {
        _app = app;
        _certificate = certificate;
        Log = log;
        Client = NewClient();
    }

    public TestLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    /// <summary>A client that keeps cookies and follows no redirects.</summary>
    public HttpClient Client { get; }

    public static Dictionary<string, string?> DefaultVariables => new()
    {
        ["TRIGGER_PAGE_USER"] = User,
        ["TRIGGER_PAGE_PASSWORD"] = Password,
        ["TEST_API_KEY"] = TestKey,
        ["MAKECOM_API_KEY"] = "make-key",
        ["WEBHOOK_URL"] = "https://custom.example.test/hook/secret-token",
        ["SENDER_OF_INTEREST_FOR_POLLING"] = "achats@example.test,lot@example.test",
        ["IMAP_SERVER"] = "imap.example.test",
        ["EMAIL_ADDRESS"] = "inbox@example.test",
        ["EMAIL_PASSWORD"] = "secret",
    };

    /// <param name="variables">Laid over <see cref="DefaultVariables"/>; null takes one away.</param>
    /// <param name="services">Changes the services before the application is built.</param>
    /// <param name="map">Maps the routes in place of <c>app.MapRenderSignal()</c>.</param>
    /// <param name="certificate">With one it is served over https.</param>
    public static async Task<TestApp> StartAsync(
        IReadOnlyDictionary<string, string?>? variables = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null,
        ServerCertificate? certificate = null)
    {
        var log = new TestLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Environment.EnvironmentName = Environments.Production;
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(DefaultVariables).AddInMemoryCollection(variables ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().AddTestLog(log);
        builder.WebHost.UseUrls(certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0").UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate?.Certificate));
        var signal = builder.Services.AddRenderSignal();
        (variables?.ContainsKey("RENDERSIGNAL_DATA") is true ? signal : signal.AddInMemoryStores()).AddMatching().AddImap().AddWebhooks().AddDashboard();
        services?.Invoke(builder.Services);

        var app = builder.Build();
        (map ?? (routes => routes.MapRenderSignal()))(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestApp(app, log, certificate);
    }

    /// <summary>As <see cref="StartAsync"/>, with <see cref="Client"/> signed in.</summary>
    public static async Task<TestApp> StartSignedInAsync(
        IReadOnlyDictionary<string, string?>? variables = null, Action<IServiceCollection>? services = null)
    {
        var app = await StartAsync(variables, services);
        await app.SignInAsync();
        return app;
    }

    public HttpClient NewClient()
    {
        // Latin-1 lets a test send headers that are no ASCII, as other clients can.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == _certificate?.Certificate.GetCertHashString();
        return new HttpClient(handler) { BaseAddress = Address };
    }

    /// <summary>A client with the key of <c>/api/test/*</c> and no session.</summary>
    public HttpClient NewTool()
    {
        var tool = NewClient();
        tool.DefaultRequestHeaders.Add("X-API-Key", TestKey);
        return tool;
    }

    /// <summary>Signs <see cref="Client"/> in as a tool does: one form, no page.</summary>
    public Task SignInAsync() => SignInAsync(Client);

    /// <summary>Signs another client in.</summary>
    public async Task SignInAsync(HttpClient client)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = User, ["password"] = Password });
        using var answer = await client.PostAsync("/login", form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(); // as a host does it: whoever polls ends before its mailbox is taken away
        await _app.DisposeAsync();
        Log.Dispose();
    }
}
