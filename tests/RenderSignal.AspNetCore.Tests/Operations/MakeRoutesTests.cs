using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RenderSignal.TestKit;
using Reply = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class MakeRoutesTests
{
    private const string Toggle = "/api/make/toggle_all";
    private const string Status = "/api/make/status_all";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("true", "start", "Scenarios switched on: 4 of 4.")]
    [InlineData("\"no\"", "stop", "Scenarios switched off: 4 of 4.")]
    public async Task All_scenarios_are_switched_at_once(string enable, string action, string message)
    {
        await using var make = await WebhookReceiver.StartAsync(cancellationToken: Token);
        var released = new TaskCompletionSource();
        make.Script(new Reply(200).After(released.Task));
        await using var app = await TestApp.StartSignedInAsync(Variables(make));

        var switching = app.Client.PostJsonAsync(Toggle, new JsonObject { ["enable"] = JsonNode.Parse(enable) });
        var requests = await make.WaitForAsync(4, cancellationToken: Token); // while none has been answered
        released.SetResult();
        var (status, json) = await switching;

        Assert.Equal((HttpStatusCode.OK, true, message), (status, (bool)json["success"]!, (string?)json["message"]));
        Assert.Equal(Enumerable.Range(1, 4).Select(id => $"/api/v2/scenarios/{id}/{action}"), requests.Select(request => request.Path).Order());
        Assert.Equal(
            """[{"name":"autorepondeur","id":1,"switched":true,"error":null},{"name":"recadrage","id":2,"switched":true,"error":null},{"name":"presence_true","id":3,"switched":true,"error":null},{"name":"presence_false","id":4,"switched":true,"error":null}]""",
            json["scenarios"]!.ToJsonString());
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_cut_the_switching_short()
    {
        await using var make = await WebhookReceiver.StartAsync(cancellationToken: Token);
        var released = new TaskCompletionSource();
        make.Script(new Reply(200).After(released.Task));
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await TestApp.StartAsync(Variables(make), map: routes =>
        {
            routes.Use((context, next) =>
            {
                context.RequestAborted.Register(() => left.TrySetResult());
                return next(context);
            });
            routes.MapRenderSignal();
        });
        await app.SignInAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var switching = app.Client.PostAsJsonAsync(Toggle, new JsonObject { ["enable"] = true }, leaving.Token);
        await make.WaitForAsync(4, cancellationToken: Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => switching);
        await left.Task.WaitAsync(Token);
        released.SetResult();

        await app.Log.WaitForMessageAsync("4 of 4 Make.com scenarios were switched on by hand", cancellationToken: Token);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Each_scenario_tells_whether_it_is_on()
    {
        await using var make = await WebhookReceiver.StartAsync(cancellationToken: Token);
        make.Script(new Reply(200, """{"scenario":{"isActive":true}}"""));
        make.ScriptPath("/api/v2/scenarios/3", new Reply(200, """{"scenario":{"isActive":false}}"""));
        await using var app = await TestApp.StartSignedInAsync(Variables(make));

        var (status, json) = await app.Client.GetJsonAsync(Status);

        Assert.Equal((HttpStatusCode.OK, true, "Scenarios asked: 4 of 4."), (status, (bool)json["success"]!, (string?)json["message"]));
        Assert.Equal([true, true, false, true], json["scenarios"]!.AsArray().Select(scenario => (bool)scenario!["active"]!));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("POST", "/api/v2/scenarios/2/start", "switched")]
    [InlineData("GET", "/api/v2/scenarios/2", "active")]
    public async Task One_that_fails_makes_it_502_and_says_why_and_the_others_are_done(string method, string path, string field)
    {
        await using var make = await WebhookReceiver.StartAsync(cancellationToken: Token);
        make.Script(new Reply(200, """{"scenario":{"isActive":true}}"""));
        make.ScriptPath(path, new Reply(410, "gone"));
        await using var app = await TestApp.StartSignedInAsync(Variables(make));

        var (status, json) = method == "GET"
            ? await app.Client.GetJsonAsync(Status)
            : await app.Client.PostJsonAsync(Toggle, new JsonObject { ["enable"] = true });

        Assert.Equal((HttpStatusCode.BadGateway, false), (status, (bool)json["success"]!));
        Assert.EndsWith("3 of 4. Each of the others says why not.", (string?)json["message"], StringComparison.Ordinal);
        var scenarios = json["scenarios"]!.AsArray();
        Assert.Equal([null, "HTTP 410: gone", null, null], scenarios.Select(scenario => (string?)scenario!["error"]));
        Assert.Equal([true, false, true, true], scenarios.Select(scenario => (bool?)scenario![field] is true));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["MAKECOM_API_KEY"] = null });

        var (toggled, toggle) = await app.Client.PostJsonAsync(Toggle, new JsonObject { ["enable"] = true });
        var (asked, status) = await app.Client.GetJsonAsync(Status);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (toggled, asked));
        Assert.All([toggle, status], json =>
        {
            Assert.False((bool)json["success"]!);
            Assert.Contains("MAKECOM_API_KEY", (string?)json["message"], StringComparison.Ordinal);
            Assert.Contains("MAKE_SCENARIO_ID_PRESENCE_TRUE", (string?)json["message"], StringComparison.Ordinal);
        });
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task An_application_without_Make_says_so()
    {
        await using var app = await TestApp.StartSignedInAsync(services: services =>
        {
            services.RemoveAll<IMakeScenarios>();
            foreach (var watcher in services.Where(service => service.ImplementationType?.Name == "MakeWatcher").ToList())
            {
                services.Remove(watcher);
            }
        });

        var (status, json) = await app.Client.GetJsonAsync(Status);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("AddWebhooks()", (string?)json["message"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Variables(WebhookReceiver make) => new()
    {
        ["MAKE_API_HOST"] = $"{make.Url()}",
        ["MAKE_SCENARIO_ID_AUTOREPONDEUR"] = "1",
        ["MAKE_SCENARIO_ID_RECADRAGE"] = "2",
        ["MAKE_SCENARIO_ID_PRESENCE_TRUE"] = "3",
        ["MAKE_SCENARIO_ID_PRESENCE_FALSE"] = "4",
    };
}
