using System.Net;

namespace RenderSignal.AspNetCore.Tests;

public sealed class SessionRoutesTests
{
    public static TheoryData<string, string> Routes { get; } = new()
    {
        { "GET", "/api/get_local_status" },
        { "POST", "/api/check_emails_and_download" },
        { "POST", "/api/test_presence_webhook" },
        { "POST", "/api/make/toggle_all" },
        { "GET", "/api/make/status_all" },
        { "POST", "/api/restart_server" },
        { "POST", "/api/deploy_application" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Routes))]
    public async Task Without_a_session_nothing_is_told_or_done(string method, string path)
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["RESTART_CMD"] = "exit 1", ["DEPLOY_CMD"] = "exit 1" });
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await app.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("\"success\":false", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Records, record => record.Id.Id is >= 6050 and < 6080);
        app.Log.AssertNoWarnings();
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_wrong_method_is_told_the_right_one(string method, string path)
    {
        await using var app = await TestApp.StartSignedInAsync();

        using var answer = await app.Client.DeleteAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal([method], answer.Content.Headers.Allow);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("/api/test_presence_webhook", "{", "The body is not JSON")]
    [InlineData("/api/test_presence_webhook", "[]", "The body is no JSON object")]
    [InlineData("/api/test_presence_webhook", "{}", "presence is missing: write true or false.")]
    [InlineData("/api/test_presence_webhook", """{"presence":null}""", "presence is missing: write true or false.")]
    [InlineData("/api/test_presence_webhook", """{"presence":"peut-être"}""", "presence is \"peut-être\": write true or false.")]
    [InlineData("/api/test_presence_webhook", """{"presence":[true]}""", "presence is [true]: write true or false.")]
    [InlineData("/api/test_presence_webhook", """{"presence":"\ud800"}""", "The body has half a character in it")]
    [InlineData("/api/make/toggle_all", "{", "The body is not JSON")]
    [InlineData("/api/make/toggle_all", "{}", "enable is missing: write true or false.")]
    [InlineData("/api/make/toggle_all", """{"enable":2}""", "enable is 2: write true or false.")]
    public async Task A_body_that_cannot_be_understood_is_told_why(string path, string body, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        using var answer = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var json = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.False((bool)json["success"]!);
        Assert.StartsWith(message, (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_long_value_is_not_repeated_to_its_sender()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync(
            "/api/make/toggle_all", new System.Text.Json.Nodes.JsonObject { ["enable"] = new string('x', 10_000) });

        Assert.Equal((HttpStatusCode.BadRequest, $"enable is \"{new string('x', 119)}…: write true or false."), (status, (string?)json["message"]));
    }
}
