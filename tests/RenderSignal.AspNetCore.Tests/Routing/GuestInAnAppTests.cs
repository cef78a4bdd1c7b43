using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Where the rules of an application and RenderSignal's own could be taken for each other.</summary>
public sealed class GuestInAnAppTests
{
    private const string Partner = "https://partner.example.test";
    private const string Tools = "https://tools.example.test";

    [Theory]
    [InlineData("/signals/api/emails", Partner, null)]
    [InlineData("/signals/api/test/get_runtime_flags", Partner, null)]
    [InlineData("/signals/api/test/get_runtime_flags", Tools, Tools)]
    [InlineData("/signals/api/emails", Tools, null)]
    public async Task Its_CORS_policy_does_not_reach_ours_nor_ours_its(string path, string origin, string? allowed)
    {
        await using var app = await StartWithCorsAsync();
        app.Client.DefaultRequestHeaders.Add("X-API-Key", TestApp.TestKey);
        app.Client.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        using var own = await app.Client.GetAsync("/own", TestContext.Current.CancellationToken);

        Assert.Equal(allowed, answer.Header("Access-Control-Allow-Origin") is { Length: > 0 } told ? told : null);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal(origin == Partner, own.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_browser_that_asks_whether_a_tool_may_call_is_answered_by_ours()
    {
        await using var app = await StartWithCorsAsync();
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/signals/api/test/update_webhook_config");
        ask.Headers.Add("Origin", Tools);
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        ask.Headers.Add("Access-Control-Request-Headers", "x-api-key,content-type");

        using var answer = await app.Client.SendAsync(ask, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NoContent, Tools), (answer.StatusCode, answer.Header("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_policy_that_it_does_not_have_stops_the_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestApp.StartAsync(map: app => app.MapRenderSignal(configure: options => options.AuthorizationPolicy = "Opperators")));

        Assert.Contains("'Opperators'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(ITextAnalyzer), "AddMatching()")]
    [InlineData(typeof(IDeliveryTarget), "AddWebhooks()")]
    public async Task A_forgotten_package_is_named_while_routes_are_mapped(Type service, string call)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(services: services => services.RemoveAll(service)));

        Assert.Contains(call, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_without_a_sign_in_is_told_of_at_start()
    {
        await using var app = await TestApp.StartAsync(map: app => app.MapRenderSignalApi());

        Assert.Contains(app.Log.Records, record => record.Message.Contains("MapRenderSignalDashboard()", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_pages_do_not_lead_to_our_sign_in_when_it_has_no_scheme_of_its_own()
    {
        await using var app = await TestApp.StartAsync(
            services: services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()),
            map: app =>
            {
                app.MapRenderSignal("/signals");
                app.MapGet("/own", () => "own");
            });

        using var answer = await app.Client.GetAsync("/own", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_readiness_policy_closes_readiness_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync(
            services: services => services.AddAuthorizationBuilder().AddPolicy("Nobody", policy => policy.RequireAssertion(_ => false)),
            map: app => app.MapRenderSignal(configure: options => options.ReadinessPolicy = "Nobody"));

        using var ready = await app.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        using var alive = await app.Client.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task A_semicolon_in_the_prefix_s_path_adds_nothing_to_the_cookie()
    {
        await using var app = await TestApp.StartAsync(map: app => app.MapRenderSignal("/t/{tenant}/signals"));

        using var answer = await app.Client.PostFormAsync(Browser.Credentials(), "/t/x;domain=evil.test/signals/login");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.DoesNotContain(";domain", cookie.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<TestApp> StartWithCorsAsync() => TestApp.StartAsync(
        new Dictionary<string, string?> { ["CORS_ALLOWED_ORIGINS"] = Tools },
        services => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(Partner).AllowAnyHeader().AllowAnyMethod().AllowCredentials())),
        app =>
        {
            app.UseCors();
            app.MapRenderSignal("/signals");
            app.MapGet("/own", () => "own");
        });
}
