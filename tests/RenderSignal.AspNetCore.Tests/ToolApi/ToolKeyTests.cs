using System.Net;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ToolKeyTests
{
    private static readonly (HttpMethod Method, string Path)[] Routes =
    [
        (HttpMethod.Get, "/api/test/get_webhook_time_window"),
        (HttpMethod.Post, "/api/test/set_webhook_time_window"),
        (HttpMethod.Get, "/api/test/get_webhook_config"),
        (HttpMethod.Post, "/api/test/update_webhook_config"),
        (HttpMethod.Get, "/api/test/get_polling_config"),
        (HttpMethod.Get, "/api/test/get_processing_prefs"),
        (HttpMethod.Post, "/api/test/update_processing_prefs"),
        (HttpMethod.Get, "/api/test/get_runtime_flags"),
        (HttpMethod.Post, "/api/test/update_runtime_flags"),
        (HttpMethod.Get, "/api/test/webhook_logs"),
        (HttpMethod.Post, "/api/test/clear_email_dedup"),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("nope")]
    [InlineData("")]
    [InlineData("TEST-KEY")]
    [InlineData("test-key,test-key")]
    [InlineData("test-ke")]
    public async Task Without_the_key_every_route_is_closed_also_for_a_session(string? key)
    {
        await using var app = await TestApp.StartSignedInAsync();

        foreach (var (method, path) in Routes)
        {
            using var request = new HttpRequestMessage(method, path);
            if (key is not null)
            {
                request.Headers.TryAddWithoutValidation("X-API-Key", key);
            }

            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{path} answered {answer.StatusCode} {text}");
            Assert.DoesNotContain(TestApp.TestKey, text, StringComparison.Ordinal);
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task With_the_key_every_route_is_open_without_a_session()
    {
        await using var app = await TestApp.StartAsync();
        using var tool = app.NewTool();

        foreach (var (method, path) in Routes)
        {
            using var answer = await tool.SendAsync(new HttpRequestMessage(method, path), TestContext.Current.CancellationToken);

            Assert.Equal((path, NeedsFields(path) ? HttpStatusCode.BadRequest : HttpStatusCode.OK), (path, answer.StatusCode));
        }

        app.Log.AssertNoWarnings();

        static bool NeedsFields(string path) => path.Split('/')[^1] is "clear_email_dedup" or "set_webhook_time_window";
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task When_no_key_is_configured_no_key_opens_them(string? configured)
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["TEST_API_KEY"] = configured });
        using var tool = app.NewClient();
        tool.DefaultRequestHeaders.TryAddWithoutValidation("X-API-Key", configured ?? "test-key");

        var (status, json) = await tool.GetJsonAsync("/api/test/get_runtime_flags");

        Assert.Equal((HttpStatusCode.Unauthorized, false), (status, (bool)json["success"]!));
        Assert.Contains("TEST_API_KEY", (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_key_opens_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        using var tool = app.NewTool();

        Assert.Equal(HttpStatusCode.Unauthorized, (await tool.GetJsonAsync("/api/get_runtime_flags")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tool.GetJsonAsync("/api/webhook_logs")).Status);
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        await using var app = await TestApp.StartAsync();
        using var tool = app.NewTool();

        using var answer = await tool.DeleteAsync(new Uri("/api/test/clear_email_dedup", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST", "OPTIONS"], answer.Content.Headers.Allow);
    }
}
