using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RenderSignal.TestKit;
using Reply = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class DeployTests : IDisposable
{
    private const string Path = "/api/deploy_application";
    private const string Secret = "key-of-the-deploy-hook";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_way_to_deploy_all_ways_are_named()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDER_API_KEY"] = Secret });

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal(HttpStatusCode.NotImplemented, status);
        Assert.Equal(
            "Nothing deploys this server: set RENDER_DEPLOY_HOOK_URL, or RENDER_API_KEY and RENDER_SERVICE_ID, or DEPLOY_CMD.", (string?)json["message"]);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_deploy_hook_comes_first()
    {
        await using var render = await StartRenderAsync();
        await using var app = await TestApp.StartSignedInAsync(AllWays(render));

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal((HttpStatusCode.Accepted, true, "Render accepted the deploy."), (status, (bool)json["success"]!, (string?)json["message"]));
        var request = Assert.Single(render.Requests);
        Assert.Equal(("POST", $"/deploy/srv-abc123?key={Secret}", ""), (request.Method, request.Path, request.Body));
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.DoesNotContain(app.Log.Records, record => record.Message.Contains(Secret, StringComparison.Ordinal));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData(null, "do_not_clear")]
    [InlineData("do_not_clear", "do_not_clear")]
    [InlineData("CLEAR", "clear")]
    [InlineData("true", "clear")]
    [InlineData("off", "do_not_clear")]
    public async Task The_API_comes_second_and_is_told_about_the_cache(string? variable, string clearCache)
    {
        await using var render = await StartRenderAsync();
        render.Script(new Reply(201, """{"id":"dep-1"}"""));
        await using var app = await TestApp.StartSignedInAsync(
            new Dictionary<string, string?>(AllWays(render)) { ["RENDER_DEPLOY_HOOK_URL"] = null, ["RENDER_DEPLOY_CLEAR_CACHE"] = variable });

        var (status, _) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal(HttpStatusCode.Accepted, status);
        var request = Assert.Single(render.Requests);
        Assert.Equal(("POST", "/v1/services/srv-abc123/deploys", $"Bearer {Secret}"), (request.Method, request.Path, request.Headers["Authorization"]));
        Assert.Equal($$"""{"clearCache":"{{clearCache}}"}""", request.Body);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("RENDER_API_KEY")]
    [InlineData("RENDER_SERVICE_ID")]
    public async Task The_command_comes_last_and_half_of_what_the_API_needs_is_not_enough(string missing)
    {
        await using var render = await StartRenderAsync();
        await using var app = await TestApp.StartSignedInAsync(
            new Dictionary<string, string?>(AllWays(render)) { ["RENDER_DEPLOY_HOOK_URL"] = null, [missing] = null });

        var (status, _) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal(HttpStatusCode.Accepted, status);
        await app.Log.WaitForMessageAsync("DEPLOY_CMD succeeded: \n    deployed", cancellationToken: Token);
        Assert.Empty(render.Requests);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData(false, "Render answered HTTP 404: check RENDER_DEPLOY_HOOK_URL.")]
    [InlineData(true, "Render answered HTTP 404: check RENDER_API_KEY and RENDER_SERVICE_ID.")]
    public async Task A_refusal_is_told_without_address_and_key_and_no_other_way_is_tried(bool byApi, string message)
    {
        await using var render = await StartRenderAsync();
        render.Script(new Reply(404, $"no {Secret}"));
        var variables = new Dictionary<string, string?>(AllWays(render));
        variables["RENDER_DEPLOY_HOOK_URL"] = byApi ? null : variables["RENDER_DEPLOY_HOOK_URL"];
        await using var app = await TestApp.StartSignedInAsync(variables);

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal((HttpStatusCode.BadGateway, message), (status, (string?)json["message"]));
        Assert.Single(render.Requests);
        Assert.DoesNotContain(app.Log.Records, record => record.Message.Contains(Secret, StringComparison.Ordinal));
        app.Log.AssertNoWarnings(expectedIds: [6057]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_key()
    {
        await using var render = await StartRenderAsync();
        render.Script(new Reply(307).With("Location", $"{render.Url("/elsewhere")}"));
        await using var app = await TestApp.StartSignedInAsync(AllWays(render));

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal((HttpStatusCode.BadGateway, "Render answered HTTP 307: check RENDER_DEPLOY_HOOK_URL."), (status, (string?)json["message"]));
        Assert.Single(render.Requests);
    }

    [Fact]
    public async Task Render_out_of_reach_is_told_without_the_address()
    {
        await using var render = await StartRenderAsync();
        await render.StopAsync();
        await using var app = await TestApp.StartSignedInAsync(AllWays(render));

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal((HttpStatusCode.BadGateway, "Render cannot be reached: Connection refused."), (status, (string?)json["message"]));
        Assert.DoesNotContain(app.Log.Records, record => record.Message.Contains(Secret, StringComparison.Ordinal));
        app.Log.AssertNoWarnings(expectedIds: [6057]);
    }

    [Fact]
    public async Task An_answer_is_waited_for_15_seconds()
    {
        var time = new FakeTimeProvider();
        await using var render = await StartRenderAsync();
        render.Script(Reply.Never);
        await using var app = await TestApp.StartAsync(AllWays(render), services => services.AddSingleton<TimeProvider>(time));

        var calling = app.Get<RenderDeploy>().ByHookAsync(render.Url("/deploy"));
        await render.WaitForAsync(1, cancellationToken: Token);
        time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal("Render did not answer within 15 s; whether it deploys, its dashboard says.", await calling);
    }

    private static Task<WebhookReceiver> StartRenderAsync() => WebhookReceiver.StartAsync(cancellationToken: Token);

    private Dictionary<string, string?> AllWays(WebhookReceiver render) => new()
    {
        ["RENDER_DEPLOY_HOOK_URL"] = $"{render.Url($"/deploy/srv-abc123?key={Secret}")}",
        ["RENDER_API_HOST"] = $"{render.Url()}",
        ["RENDER_API_KEY"] = Secret,
        ["RENDER_SERVICE_ID"] = "srv-abc123",
        ["DEPLOY_CMD"] = "echo deployed",
        ["RENDERSIGNAL_DATA"] = _folder.FullPath,
    };
}
