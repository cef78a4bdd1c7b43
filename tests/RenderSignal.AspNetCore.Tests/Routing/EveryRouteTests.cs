using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>What is true of all routes, whichever there are.</summary>
public sealed class EveryRouteTests
{
    private const string AnyOf = "abc";

    /// <summary>Open to everybody (REFERENCE section 6), or with a key of their own.</summary>
    private static readonly string[] Open = ["/health", "/health/ready", "/api/ping", "/api/diag/runtime", "/api/check_trigger", "/login", "/logout"];

    public static TheoryData<string> Prefixes => ["", "/signals"];

    [Theory, MemberData(nameof(Prefixes))]
    public async Task A_route_of_the_API_asks_for_a_session_in_JSON(string prefix)
    {
        await using var app = await StartAsync(prefix);
        var routes = ApiRoutes(app, prefix).Where(route => !IsOpen(route, prefix)).ToList();

        foreach (var (path, method) in routes)
        {
            using var answer = await SendAsync(app.Client, method, path);

            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
            await AssertIsFailureAsync(path, answer);
        }
    }

    [Theory, MemberData(nameof(Prefixes))]
    public async Task A_wrong_method_is_answered_in_JSON_with_the_right_ones(string prefix)
    {
        await using var app = await StartAsync(prefix);
        foreach (var path in ApiRoutes(app, prefix).Select(route => route.Path).Distinct())
        {
            using var answer = await SendAsync(app.Client, "DELETE", path, key: TestApp.TestKey);

            Assert.Equal((path, HttpStatusCode.MethodNotAllowed), (path, answer.StatusCode));
            Assert.NotEmpty(answer.Content.Headers.Allow);
            await AssertIsFailureAsync(path, answer);
        }
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused_in_JSON()
    {
        await using var app = await StartAsync("");
        await app.SignInAsync();
        var refused = 0;
        foreach (var (path, method) in ApiRoutes(app, "").Where(route => route.Method == "POST"))
        {
            using var answer = await SendAsync(app.Client, method, path, "{not json", key: TestApp.TestKey);

            Assert.NotEqual((path, HttpStatusCode.InternalServerError), (path, answer.StatusCode));
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                refused++;
                await AssertIsFailureAsync(path, answer);
            }
        }

        Assert.True(refused >= 10, $"{refused} routes refused it");
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_careful()
    {
        await using var app = await StartAsync("");
        await app.SignInAsync();
        foreach (var (path, method) in ApiRoutes(app, "").Append(("/login", "GET")).Append(("/", "GET")).Append(("/health", "GET")))
        {
            using var answer = await SendAsync(app.Client, method, path);

            Assert.True(answer.Headers.Contains("X-Content-Type-Options"), path);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(answer.Headers.Contains("Referrer-Policy"), path);
        }
    }

    [Fact]
    public async Task A_session_call_from_another_site_changes_nothing()
    {
        await using var app = await StartAsync("");
        await app.SignInAsync();
        foreach (var (path, method) in ApiRoutes(app, "").Where(route => route.Method == "POST" && !IsOpen(route, "")))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        }
    }

    private static Task<TestApp> StartAsync(string prefix) => TestApp.StartAsync(
        new Dictionary<string, string?> { ["IMAP_SERVER"] = null, ["WEBHOOK_URL"] = null, ["MAKECOM_API_KEY"] = null },
        map: app => app.MapRenderSignal(prefix));

    private static bool IsOpen((string Path, string Method) route, string prefix) =>
        Open.Contains(route.Path[prefix.Length..]) || route.Path.StartsWith($"{prefix}/api/test/", StringComparison.Ordinal);

    private static List<(string Path, string Method)> ApiRoutes(TestApp app, string prefix)
    {
        var routes =
            from endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            let path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}".Replace("{id}", AnyOf, StringComparison.Ordinal).Replace("{document}", "runtime_flags", StringComparison.Ordinal)
            where path.StartsWith($"{prefix}/api/", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
            where method is "GET" or "POST"
            select (path, method);
        List<(string Path, string Method)> found = [.. routes];
        Assert.NotEmpty(found);
        return found;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("X-API-Key", key);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task AssertIsFailureAsync(string path, HttpResponseMessage answer)
    {
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.True(json["success"] is JsonValue success && !(bool)success && ((string?)json["message"])?.Length > 5, path);
    }
}
