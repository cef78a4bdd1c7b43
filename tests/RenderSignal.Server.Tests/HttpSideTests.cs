using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>The sample server as its operator steers it: signed in, with nothing but HTTP.</summary>
public sealed class HttpSideTests(MailServers servers) : ServerTest(servers), IDisposable
{
    private const string Password = "correct horse";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_change_of_every_settings_document_is_obeyed_by_the_running_poller()
    {
        await using var server = await StartAsync();
        await SignInAsync();

        await ChangeAsync("/api/processing_prefs", """{"exclude_keywords": ["promotion"], "rate_limit_per_hour": 0}""");
        await DeliverAsync("lot@example.test", "Promotion", "https://fromsmash.com/a");
        await server.WaitForLineAsync("Skipped: 'Promotion'");

        await ChangeAsync("/api/update_polling_config", """{"sender_of_interest_for_polling": ["lot@example.test"]}""");
        await DeliverAsync("who@elsewhere.test", "Inconnu", "https://fromsmash.com/b");
        await server.WaitForLineAsync("Left: 'Inconnu'");

        await ChangeAsync("/api/webhooks/config", """{"webhook_sending_enabled": false}""");
        await DeliverAsync("lot@example.test", "Livraison", "https://fromsmash.com/c");
        await server.WaitForLineAsync("Left: 'Livraison'");
        Assert.Empty(Servers.Receiver.Requests);

        await ChangeAsync("/api/webhooks/config", $$"""{"webhook_sending_enabled": true, "webhook_url": "{{Servers.Receiver.Url("/other")}}"}""");
        await server.WaitForLineAsync("Sent: 'Livraison'");
        Assert.Equal("/other", Assert.Single(Servers.Receiver.Requests).Path);

        await ChangeAsync("/api/update_runtime_flags", """{"allow_custom_webhook_without_links": true}""");
        await DeliverAsync("lot@example.test", "Sans lien", "Rien à télécharger");
        await server.WaitForLineAsync("Sent: 'Sans lien'");

        // A minute of the hour that is farthest away: closed now, whatever the time of day.
        var hour = (NodaTime.SystemClock.Instance.GetCurrentInstant().InUtc().Hour + 12) % 24;
        await ChangeAsync("/api/webhooks/time-window", $$"""{"start": "{{hour:00}}h00", "end": "{{hour:00}}h01"}""");
        await DeliverAsync("lot@example.test", "Plus tard", "https://fromsmash.com/d");
        await server.WaitForLineAsync("Left: 'Plus tard'");
        await ChangeAsync("/api/webhooks/time-window", """{"start": "", "end": ""}""");
        await server.WaitForLineAsync("Sent: 'Plus tard'");

        await ChangeAsync("/api/polling/toggle", """{"enable": false}""");
        await server.WaitForLineAsync("enable_polling is off");
        await DeliverAsync("lot@example.test", "Sur demande", "https://fromsmash.com/e");
        using var asked = await _client.PostAsync($"{Address}/api/check_emails_and_download", null, Token);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await server.WaitForLineAsync("Sent: 'Sur demande'");
    }

    [Fact]
    public async Task A_session_and_the_settings_survive_a_restart_and_a_new_password_ends_the_session()
    {
        await using (var first = await StartAsync())
        {
            await SignInAsync();
            await ChangeAsync("/api/processing_prefs", """{"retry_count": 3}""");
            first.Terminate();
            Assert.Equal(0, await first.WaitForExitAsync());
        }

        await using (var second = await StartAsync())
        {
            var prefs = await _client.GetFromJsonAsync<JsonObject>($"{Address}/api/processing_prefs", Token);
            Assert.Equal(3, (int)prefs!["prefs"]!["retry_count"]!);
        }

        await using var third = await StartAsync(("TRIGGER_PAGE_PASSWORD", "another"));
        using var answer = await _client.GetAsync($"{Address}/api/processing_prefs", Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task SIGTERM_does_not_wait_for_who_listens_to_events()
    {
        await using var server = await StartAsync();
        await SignInAsync();
        using var events = await _client.GetAsync($"{Address}/api/events", HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", events.Content.Headers.ContentType?.MediaType);

        var stopping = System.Diagnostics.Stopwatch.StartNew();
        server.Terminate();

        Assert.Equal(0, await server.WaitForExitAsync());
        Assert.InRange(stopping.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_description_of_the_API_has_every_route_with_its_schemas()
    {
        await using var server = await StartAsync();

        var paths = (await _client.GetFromJsonAsync<JsonObject>($"{Address}/openapi/v1.json", Token))!["paths"]!.AsObject();

        Assert.True(paths.Count >= 40, $"{paths.Count} routes are described");
        foreach (var (path, operations) in paths.Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                Assert.NotEmpty(operation!["tags"]!.AsArray());
                Assert.True(operation["summary"] is not null, $"{method} {path} has no summary");
                Assert.Contains(operation["responses"]!.AsObject(), response => response.Key.StartsWith('2') && HasSchema(response.Value!));
                Assert.Null(operation["requestBody"]?["content"]?["*/*"]);
                Assert.True(operation["requestBody"] is null || HasSchema(operation["requestBody"]!), $"{method} {path} has a body without a schema");
            }
        }

        static bool HasSchema(JsonNode described) => described["content"]?.AsObject().All(content => content.Value!["schema"] is not null) is true;
    }

    [Fact]
    public async Task A_route_that_does_not_exist_is_told_in_JSON()
    {
        await using var server = await StartAsync();

        using var answer = await _client.GetAsync($"{Address}/api/nothing", Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False((bool)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["success"]!);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("", false)]
    public async Task Https_at_a_proxy_makes_the_cookie_secure_if_the_proxy_is_trusted(string proxies, bool isSecure)
    {
        await using var server = await StartAsync(("TRUSTED_PROXIES", proxies));
        using var request = SignInRequest();
        request.Headers.Host = "signals.example.test"; // HSTS is not for loopback
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await _client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(isSecure, Assert.Single(answer.Headers.GetValues("Set-Cookie")).Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(isSecure, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Figures_and_traces_go_out_over_OTLP()
    {
        await using var server = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Servers.Receiver.Url("/").AbsoluteUri),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "200"));

        await Servers.Receiver.WaitForAsync(
            requests => Exported(requests, "/v1/metrics", "rendersignal.cycle.duration") && Exported(requests, "/v1/traces", "poll cycle"),
            "figures and traces",
            cancellationToken: Token);

        static bool Exported(IReadOnlyList<ReceivedRequest> requests, string path, string name) =>
            requests.Any(request => request.Path == path && request.Body.Contains(name, StringComparison.Ordinal));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Address => $"http://127.0.0.1:{Port}";

    private async Task<RunningProgram> StartAsync(params (string Name, string Value)[] more)
    {
        var variables = Variables();
        variables["TRIGGER_PAGE_PASSWORD"] = Password;
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }

        var server = SampleServer.Start(variables);
        await server.WaitForLineAsync("Now listening on");
        return server;
    }

    private async Task SignInAsync()
    {
        using var request = SignInRequest();
        using var answer = await _client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private HttpRequestMessage SignInRequest() => new(HttpMethod.Post, $"{Address}/login")
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "admin", ["password"] = Password }),
    };

    private async Task ChangeAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync($"{Address}{path}", body, Token);
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
    }
}
