using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>Somebody's application with a sign-in of its own, a page and a health route, into which RenderSignal is mapped.</summary>
public sealed class OtherAppTests
{
    private const string Scheme = "Office";

    [Fact]
    public async Task Its_own_sign_in_stays_the_default_and_ours_opens_ours()
    {
        await using var app = await TestApp.StartAsync(services: AddOffice, map: routes => Map(routes, policy: null));

        using var page = await app.Client.GetAsync("/page", TestContext.Current.CancellationToken);
        Assert.Contains("/office-login?", page.Header("Location"), StringComparison.Ordinal);
        Assert.Equal("office is well", (await app.Client.OpenAsync("/health")).Text);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.OpenAsync("/signals/health")).Status);

        await app.Client.OpenAsync("/office-login");
        Assert.Equal("page of ada", (await app.Client.OpenAsync("/page")).Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetJsonAsync("/signals/api/get_runtime_flags")).Status);

        using var signedIn = await app.Client.PostFormAsync(Browser.Credentials(), "/signals/login");
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetJsonAsync("/signals/api/get_runtime_flags")).Status);
        Assert.Equal("page of ada", (await app.Client.OpenAsync("/page")).Text);
        app.Log.AssertNoWarnings(expectedTexts: ["XML encryptor"]); // the office's own Data Protection, on a machine where it has no key yet
    }

    [Fact]
    public async Task Our_session_opens_nothing_of_its_own()
    {
        await using var app = await TestApp.StartAsync(services: AddOffice, map: routes => Map(routes, policy: null));
        using var signedIn = await app.Client.PostFormAsync(Browser.Credentials(), "/signals/login");

        using var page = await app.Client.GetAsync("/page", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task With_a_policy_its_own_sign_in_opens_ours_and_there_is_no_other()
    {
        await using var app = await TestApp.StartAsync(
            new Dictionary<string, string?> { ["TRIGGER_PAGE_PASSWORD"] = null }, AddOffice, routes => Map(routes, "Operators"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.OpenAsync("/signals/login")).Status);
        using (var refused = await app.Client.GetAsync("/signals/api/get_runtime_flags", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Contains("\"success\":false", await refused.TextAsync(), StringComparison.Ordinal);
            Assert.Equal("nosniff", refused.Header("X-Content-Type-Options"));
        }

        await app.Client.OpenAsync("/office-login");
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetJsonAsync("/signals/api/get_runtime_flags")).Status);
        var (status, home) = await app.Client.OpenAsync("/signals");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("data-user=\"ada\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("/logout", home, StringComparison.Ordinal);
        app.Log.AssertNoWarnings(expectedTexts: ["XML encryptor"]);
    }

    [Fact]
    public async Task Who_is_signed_in_there_but_no_operator_is_refused_in_words()
    {
        await using var app = await TestApp.StartAsync(services: AddOffice, map: routes => Map(routes, "Operators"));
        await app.Client.OpenAsync("/office-login?role=guest");

        var (status, json) = await app.Client.GetJsonAsync("/signals/api/get_runtime_flags");

        Assert.Equal((HttpStatusCode.Forbidden, false), (status, (bool)json["success"]!));
    }

    [Fact]
    public async Task Another_site_changes_nothing_with_its_session_either()
    {
        await using var app = await TestApp.StartAsync(services: AddOffice, map: routes => Map(routes, "Operators"));
        await app.Client.OpenAsync("/office-login");
        app.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var (status, _) = await app.Client.PostJsonAsync("/signals/api/update_runtime_flags", new System.Text.Json.Nodes.JsonObject());

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task It_gets_no_headers_of_ours()
    {
        await using var app = await TestApp.StartAsync(services: AddOffice, map: routes => Map(routes, policy: null));

        using var answer = await app.Client.GetAsync("/health", TestContext.Current.CancellationToken);

        Assert.Equal("", answer.Header("Content-Security-Policy"));
    }

    [Fact]
    public async Task An_application_without_Data_Protection_and_antiforgery_gets_none()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Null(app.Services.GetService<IDataProtectionProvider>());
        Assert.Null(app.Services.GetService<IAntiforgery>());
    }

    private static void AddOffice(IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, cookie => cookie.LoginPath = "/office-login");
        services.AddAuthorizationBuilder().AddPolicy("Operators", policy => policy.RequireRole("operator"));
    }

    private static void Map(WebApplication app, string? policy)
    {
        app.MapGet("/health", () => "office is well");
        app.MapGet("/page", (HttpContext context) => $"page of {context.User.Identity!.Name}").RequireAuthorization();
        app.MapGet("/office-login", (HttpContext context, string role = "operator") => context.SignInAsync(
            Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada"), new Claim(ClaimTypes.Role, role)], Scheme))));
        app.MapRenderSignal("/signals", options => options.AuthorizationPolicy = policy);
    }
}
