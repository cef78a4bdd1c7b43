using System.Net;
using Microsoft.AspNetCore.Builder;

namespace RenderSignal.AspNetCore.Tests;

public sealed class PrefixTests
{
    private static readonly Dictionary<string, Action<WebApplication>> Maps = new()
    {
        ["/signals"] = app => app.MapRenderSignal("/signals"),
        ["/acme/signals"] = app => app.MapRenderSignal("/{tenant}/signals"),
        ["/office/signals"] = app =>
        {
            app.UsePathBase("/office");
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapRenderSignal("/signals");
        },
    };

    [Theory]
    [InlineData("/signals")]
    [InlineData("/acme/signals")]
    [InlineData("/office/signals")]
    public async Task Sign_in_pages_and_cookie_stay_where_RenderSignal_is_mapped(string place)
    {
        await using var app = await TestApp.StartAsync(map: Maps[place]);

        using var asked = await app.Client.GetAsync($"{place}/?tab=1", TestContext.Current.CancellationToken);
        var login = $"{place}/login?next={Uri.EscapeDataString($"{place}/?tab=1")}";
        Assert.Equal((HttpStatusCode.Redirect, login), (asked.StatusCode, asked.Header("Location")));

        using var opened = await app.Client.GetAsync(login, TestContext.Current.CancellationToken);
        var formPath = place.StartsWith("/office", StringComparison.Ordinal) ? "/office" : place; // antiforgery prefers the application's base
        Assert.Matches($"^rendersignal_form=.*path={formPath};", opened.Header("Set-Cookie"));
        var (_, page) = await app.Client.OpenAsync(login);
        Assert.Contains($"action=\"{place}/login\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{place}/assets/", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"next\" value=\"{place}/?tab=1\"", page, StringComparison.Ordinal);

        using var answer = await app.Client.PostFormAsync(Browser.Credentials(), $"{place}/login");
        Assert.Equal((HttpStatusCode.Redirect, place), (answer.StatusCode, answer.Header("Location")));
        Assert.Contains($"path={place};", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetJsonAsync($"{place}/api/get_runtime_flags")).Status);
        var (_, home) = await app.Client.OpenAsync(place);
        Assert.Contains($"data-sign-out=\"{place}/logout\"", home, StringComparison.Ordinal);

        using var left = await app.Client.GetAsync($"{place}/logout", TestContext.Current.CancellationToken);
        Assert.Equal($"{place}/login", left.Header("Location"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetJsonAsync($"{place}/api/get_runtime_flags")).Status);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_call_without_a_session_is_told_where_to_sign_in_and_not_redirected()
    {
        await using var app = await TestApp.StartAsync(map: Maps["/signals"]);

        var (status, json) = await app.Client.GetJsonAsync("/signals/api/get_runtime_flags");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.False((bool)json["success"]!);
        Assert.Contains("/signals/login", (string)json["message"]!, StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Dashboard_and_API_may_be_mapped_apart()
    {
        await using var app = await TestApp.StartAsync(map: routes =>
        {
            routes.MapGroup("/desk").MapRenderSignalDashboard();
            routes.MapGroup("/machine").MapRenderSignalApi();
        });

        using var answer = await app.Client.PostFormAsync(Browser.Credentials(), "/desk/login");

        Assert.Equal("/desk", answer.Header("Location"));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetJsonAsync("/machine/api/get_runtime_flags")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.OpenAsync("/desk")).Status);
        app.Log.AssertNoWarnings();
    }
}
