using System.Net;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ToolOriginTests
{
    private const string Route = "/api/test/get_runtime_flags";
    private const string Allowed = "https://tools.example.test";

    [Theory]
    [InlineData(Allowed, true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("https://xn--caf-dma.example.test", true)]
    [InlineData("https://other.example.test", false)]
    [InlineData("https://tools.example.test.evil.test", false)]
    [InlineData("http://tools.example.test", false)]
    [InlineData("http://localhost:8081", false)]
    [InlineData("null", false)]
    public async Task A_script_of_an_allowed_origin_may_ask_and_read_and_no_other(string origin, bool isAllowed)
    {
        await using var app = await StartAsync();
        using var browser = app.NewClient();
        browser.DefaultRequestHeaders.Add("Origin", origin);
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/api/test/update_runtime_flags");
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        ask.Headers.Add("Access-Control-Request-Headers", "content-type,x-api-key");

        using var preflight = await browser.SendAsync(ask, TestContext.Current.CancellationToken);
        browser.DefaultRequestHeaders.Add("X-API-Key", TestApp.TestKey);
        using var answer = await browser.GetAsync(Route, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (preflight.StatusCode, answer.StatusCode));
        Assert.All([preflight, answer], told =>
        {
            Assert.Equal(isAllowed ? origin : null, Header(told, "Access-Control-Allow-Origin"));
            Assert.Null(Header(told, "Access-Control-Allow-Credentials"));
            Assert.Equal("Origin", Header(told, "Vary"));
        });
        Assert.Equal(isAllowed, Header(preflight, "Access-Control-Allow-Methods")?.Contains("POST", StringComparison.Ordinal) is true);
        Assert.Equal(isAllowed, Header(preflight, "Access-Control-Allow-Headers")?.Contains("X-API-Key", StringComparison.OrdinalIgnoreCase) is true);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_script_of_an_allowed_origin_reads_refusals_too()
    {
        await using var app = await StartAsync();
        app.Client.DefaultRequestHeaders.Add("Origin", Allowed);

        using var closed = await app.Client.GetAsync(Route, TestContext.Current.CancellationToken);
        app.Client.DefaultRequestHeaders.Add("X-API-Key", TestApp.TestKey);
        using var refused = await app.Client.PostAsync("/api/test/clear_email_dedup", null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest), (closed.StatusCode, refused.StatusCode));
        Assert.All([closed, refused], told => Assert.Equal(Allowed, Header(told, "Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_call_of_no_origin_is_answered_in_a_way_that_no_cache_hands_to_one()
    {
        await using var app = await StartAsync();
        using var tool = app.NewTool();

        using var answer = await tool.GetAsync(Route, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Origin", Header(answer, "Vary"));
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Other_routes_are_for_their_own_origin_only()
    {
        await using var app = await StartAsync();
        await app.SignInAsync();
        app.Client.DefaultRequestHeaders.Add("Origin", Allowed);

        using var answer = await app.Client.GetAsync("/api/get_runtime_flags", TestContext.Current.CancellationToken);
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/api/update_runtime_flags");
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        using var preflight = await app.Client.SendAsync(ask, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.MethodNotAllowed), (answer.StatusCode, preflight.StatusCode));
        Assert.All([answer, preflight], told => Assert.Null(Header(told, "Access-Control-Allow-Origin")));
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(new Dictionary<string, string?>
    {
        ["CORS_ALLOWED_ORIGINS"] = "HTTPS://Tools.Example.test:443/ , http://localhost:8080, https://café.example.test",
    });

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
