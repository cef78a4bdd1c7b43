using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using RenderSignal.Webhooks;

namespace RenderSignal.Conformance;

/// <summary>The server of one case, with the environment that the cases were recorded in and stores in memory.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["TRIGGER_PAGE_USER"] = "admin",
        ["TRIGGER_PAGE_PASSWORD"] = "pw",
        ["TEST_API_KEY"] = "test-key",
        ["MAKECOM_API_KEY"] = "make-key",
        ["WEBHOOK_URL"] = "https://custom.example.test/hook/secret-token",
        ["SENDER_OF_INTEREST_FOR_POLLING"] = "achats@example.test,lot@example.test",
        ["IMAP_SERVER"] = "imap.example.test",
        ["EMAIL_ADDRESS"] = "inbox@example.test",
        ["EMAIL_PASSWORD"] = "secret",
    };

    private readonly WebApplication _app;
    private readonly ScriptedReceiver _hooks;

    private RecordedServer(WebApplication app, ScriptedReceiver hooks)
    {
        _app = app;
        _hooks = hooks;
    }

    public static async Task<RecordedServer> StartAsync()
    {
        var hooks = new ScriptedReceiver([Cases.Parse("""{"status": 200, "body": "Accepted"}""")]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Environment);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRenderSignal().AddInMemoryStores().AddMatching().AddImap().AddWebhooks().AddDashboard();
        builder.Services.AddHttpClient(WebhookHttpClients.Verified).ConfigurePrimaryHttpMessageHandler(() => hooks);

        var app = builder.Build();
        app.MapRenderSignal();
        await app.StartAsync();
        return new RecordedServer(app, hooks);
    }

    /// <summary>Writes a webhook log: an entry <c>eN</c> that is N days old for each N.</summary>
    public async Task WriteLogAsync(IEnumerable<int> ages)
    {
        foreach (var days in ages)
        {
            var record = Record(days);
            await _app.Services.GetRequiredService<ILedger>().UpdateAsync(record.Id, _ => record, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A client that keeps cookies and follows no redirects.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _hooks.Dispose();
    }

    private static LedgerRecord Record(int days)
    {
        var at = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(days);
        return new LedgerRecord
        {
            Id = $"e{days}",
            Subject = $"s{days}",
            Status = EmailStatus.Sent,
            Reason = DecisionReason.Deliver,
            FirstSeenAt = at,
            DecidedAt = at,
            Log =
            [
                new WebhookLogEntry
                {
                    Timestamp = at,
                    Type = WebhookLogType.Custom,
                    EmailId = $"e{days}",
                    Status = WebhookLogStatus.Success,
                    StatusCode = 200,
                    Subject = $"s{days}",
                },
            ],
        };
    }
}
