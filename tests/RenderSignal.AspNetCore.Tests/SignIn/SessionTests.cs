using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class SessionTests
{
    private const string Protected = "/api/get_runtime_flags";

    [Fact]
    public async Task Over_http_the_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.Client.PostFormAsync(Browser.Credentials());

        var attributes = Attributes(answer);
        Assert.Equal(["httponly", "path=/", "samesite=lax"], attributes.Order(StringComparer.Ordinal));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Over_https_the_cookie_is_also_secure()
    {
        using var certificate = ServerCertificate.Create();
        await using var app = await TestApp.StartAsync(certificate: certificate);

        using var answer = await app.Client.PostFormAsync(Browser.Credentials());

        Assert.Contains("secure", Attributes(answer));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Client));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_session_survives_a_restart()
    {
        using var data = new TempFolder();
        var variables = new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = data.FullPath };
        var cookie = await CookieFromAsync(variables);

        await using var second = await TestApp.StartAsync(variables);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second.Client, cookie));
        second.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_form_that_was_opened_before_a_restart_is_accepted_after_it()
    {
        using var data = new TempFolder();
        var variables = new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = data.FullPath };
        string token, cookie;
        await using (var first = await TestApp.StartAsync(variables))
        {
            using var page = await first.Client.GetAsync("/login", TestContext.Current.CancellationToken);
            cookie = page.Header("Set-Cookie").Split(';')[0];
            token = await first.Client.FormTokenAsync();
        }

        await using var second = await TestApp.StartAsync(variables);
        var form = Browser.Credentials();
        form["form_token"] = token;
        using var answer = await second.Client.PostFormAsync(form, headers: new Dictionary<string, string> { ["Sec-Fetch-Site"] = "same-origin", ["Cookie"] = cookie });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        second.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("TRIGGER_PAGE_PASSWORD", "another")]
    [InlineData("TRIGGER_PAGE_USER", "somebody")]
    public async Task A_session_ends_when_user_or_password_are_changed(string variable, string value)
    {
        using var data = new TempFolder();
        var cookie = await CookieFromAsync(new() { ["RENDERSIGNAL_DATA"] = data.FullPath });

        await using var second = await TestApp.StartAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = data.FullPath, [variable] = value });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(second.Client, cookie));
    }

    [Fact]
    public async Task A_cookie_with_one_changed_character_is_no_session()
    {
        await using var app = await TestApp.StartAsync();
        using var answer = await app.Client.PostFormAsync(Browser.Credentials());
        var cookie = Cookie(answer);
        var middle = cookie.Length / 2;
        var tampered = cookie[..middle] + (cookie[middle] == 'A' ? 'B' : 'A') + cookie[(middle + 1)..];

        using var stranger = app.NewClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stranger, cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, tampered));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_for_its_lifetime_and_goes_on_while_it_is()
    {
        var time = new FakeTimeProvider();
        await using var app = await TestApp.StartSignedInAsync(services: services => services.AddSingleton<TimeProvider>(time));

        time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Client));
        time.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Client));
        time.Advance(TimeSpan.FromHours(12.1));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.Client));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away_and_leads_to_the_sign_in()
    {
        await using var app = await TestApp.StartSignedInAsync();

        using var answer = await app.Client.GetAsync("/logout", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, "/login"), (answer.StatusCode, answer.Header("Location")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.Client));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_site_cannot_sign_anybody_out(string site)
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logout") { Headers = { { "Sec-Fetch-Site", site } } };

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Client));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_damaged_key_ends_the_sessions_it_signed_and_nothing_else()
    {
        using var data = new TempFolder();
        var variables = new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = data.FullPath };
        var cookie = await CookieFromAsync(variables);
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(data.FullPath, "session-key-*.xml")), "<key", TestContext.Current.CancellationToken);

        await using var app = await TestApp.StartSignedInAsync(variables);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.Client));
        using var stranger = app.NewClient();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, cookie));
        app.Log.AssertNoWarnings(expectedIds: [6014]);
        Assert.Contains(app.Log.Records, record => record.Id.Id == 6014);
    }

    [Fact]
    public async Task A_store_of_keys_that_fails_is_told_at_start_and_to_who_signs_in_and_nothing_breaks()
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = "/proc/nowhere" });

        await app.Log.WaitForMessageAsync("Nobody can sign in: the keys", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.Client.TryPasswordAsync(TestApp.Password));
        var (status, page) = await app.Client.OpenAsync("/login");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("The server's log says why", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.OpenAsync("/health")).Status);
    }

    private static async Task<string> CookieFromAsync(Dictionary<string, string?> variables)
    {
        await using var app = await TestApp.StartAsync(variables);
        using var answer = await app.Client.PostFormAsync(Browser.Credentials());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Cookie(answer);
    }

    private static string Cookie(HttpResponseMessage answer) => answer.Header("Set-Cookie").Split(';')[0];

    private static List<string> Attributes(HttpResponseMessage answer) =>
        [.. answer.Header("Set-Cookie").Split(';').Skip(1).Select(attribute => attribute.Trim().ToLowerInvariant())];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Protected);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
