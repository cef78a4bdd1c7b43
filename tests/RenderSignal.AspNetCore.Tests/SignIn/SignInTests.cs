using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore.Tests;

public sealed class SignInTests
{
    private static readonly Dictionary<string, string> FromOwnPage = new() { ["Sec-Fetch-Site"] = "same-origin" };

    [Fact]
    public async Task A_browser_opens_the_page_sends_its_form_and_is_where_it_wanted_to_go()
    {
        await using var app = await TestApp.StartAsync();
        using var asked = await app.Client.GetAsync("/?tab=1", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "/login?next=%2F%3Ftab%3D1"), (asked.StatusCode, asked.Header("Location")));

        var form = Browser.Credentials();
        form["form_token"] = await app.Client.FormTokenAsync(asked.Header("Location"));
        form["next"] = "/?tab=1";
        using var answer = await app.Client.PostFormAsync(form, headers: FromOwnPage);

        Assert.Equal((HttpStatusCode.Redirect, "/?tab=1"), (answer.StatusCode, answer.Header("Location")));
        var (status, page) = await app.Client.OpenAsync("/?tab=1");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("data-user=\"admin\"", page, StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_root_needs_no_next()
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, "/login"), (answer.StatusCode, answer.Header("Location")));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("/api/x?y", "/api/x?y")]
    [InlineData("/a%20b#c", "/a%20b#c")]
    [InlineData("", "/")]
    [InlineData("//evil.test", "/")]
    [InlineData("https://evil.test/", "/")]
    [InlineData("https:evil.test", "/")]
    [InlineData("/\\evil.test", "/")]
    [InlineData("\\/evil.test", "/")]
    [InlineData("/\t/evil.test", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData(" /x", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/é", "/")]
    public async Task Next_leads_on_within_this_site_only(string next, string location)
    {
        await using var app = await TestApp.StartAsync();
        var form = Browser.Credentials();
        form["next"] = next;

        using var asField = await app.Client.PostFormAsync(form);
        using var asQuery = await app.Client.PostFormAsync(Browser.Credentials(), $"/login?next={Uri.EscapeDataString(next)}");

        Assert.Equal((HttpStatusCode.Redirect, location), (asField.StatusCode, asField.Header("Location")));
        Assert.Equal((HttpStatusCode.Redirect, location), (asQuery.StatusCode, asQuery.Header("Location")));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("admin", "wrong")]
    [InlineData("Admin", "pw")]
    [InlineData("", "")]
    [InlineData("admin", "")]
    public async Task A_wrong_user_or_password_shows_the_page_again_with_words_and_keeps_the_user(string user, string password)
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.Client.PostFormAsync(Browser.Credentials(password, user));

        var page = await answer.TextAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("""<p role="alert">User or password is wrong.</p>""", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"username\" value=\"{user}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rendersignal_session", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_somebody_types_is_shown_again_as_text_never_as_markup()
    {
        await using var app = await TestApp.StartAsync();
        var form = Browser.Credentials("x", "\"><script>alert(1)</script>");
        form["next"] = "/\"><script>";

        using var answer = await app.Client.PostFormAsync(form);

        Assert.DoesNotContain("<script", await answer.TextAsync(), StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", null)]
    public async Task A_browser_without_the_page_s_token_sees_the_page_again_and_is_not_signed_in(string header, string? value)
    {
        await using var app = await TestApp.StartAsync();
        var headers = new Dictionary<string, string> { [header] = value ?? app.Address.GetLeftPart(UriPartial.Authority) };
        var form = Browser.Credentials();
        form["form_token"] = "stale";

        using var answer = await app.Client.PostFormAsync(form, headers: headers);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This page was out of date", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("rendersignal_session", answer.Header("Set-Cookie"), StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "null")]
    public async Task Another_site_s_form_signs_nobody_in(string header, string value)
    {
        await using var app = await TestApp.StartAsync();
        var form = Browser.Credentials();
        form["form_token"] = await app.Client.FormTokenAsync();

        using var answer = await app.Client.PostFormAsync(form, headers: new Dictionary<string, string> { [header] = value });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("", answer.Header("Set-Cookie"));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Without_a_password_the_page_and_the_log_name_the_variable_and_no_password_opens()
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["TRIGGER_PAGE_PASSWORD"] = null });

        var (status, page) = await app.Client.OpenAsync("/login");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("TRIGGER_PAGE_PASSWORD", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await app.Client.TryPasswordAsync(""));
        Assert.Equal(HttpStatusCode.Forbidden, await app.Client.TryPasswordAsync(TestApp.Password));
        Assert.Contains("TRIGGER_PAGE_PASSWORD", Assert.Single(app.Log.Records, record => record.Level >= LogLevel.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hash_in_the_place_of_the_password_opens_for_the_password_alone()
    {
        var hash = DashboardPassword.Hash("correct horse");
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["TRIGGER_PAGE_PASSWORD"] = hash });

        Assert.Equal(HttpStatusCode.OK, await app.Client.TryPasswordAsync(hash));
        Assert.Equal(HttpStatusCode.OK, await app.Client.TryPasswordAsync("correct horse "));
        Assert.Equal(HttpStatusCode.Redirect, await app.Client.TryPasswordAsync("correct horse"));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_password_is_in_no_line_of_the_log()
    {
        const string password = "9f3e-unmistakable";
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?> { ["TRIGGER_PAGE_PASSWORD"] = password });

        Assert.Equal(HttpStatusCode.OK, await app.Client.TryPasswordAsync(password, "somebody"));
        Assert.Equal(HttpStatusCode.Redirect, await app.Client.TryPasswordAsync(password));

        Assert.Contains(app.Log.Records, record => record.Message.Contains("signed in from 127.0.0.1", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Records, record => record.Message.Contains(password, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 300 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("application/json", 2, HttpStatusCode.BadRequest)]
    [InlineData("text/plain", 2, HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", 2, HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", 2, HttpStatusCode.BadRequest)]
    public async Task What_is_no_form_or_too_large_is_refused_in_words(string contentType, int length, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();

        foreach (var chunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = new StringContent(new string('a', length), Encoding.UTF8) };
            request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
            request.Headers.TransferEncodingChunked = chunked;
            request.Headers.Add("Accept", "application/json");
            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(status, answer.StatusCode);
            Assert.NotEmpty((string)JsonNode.Parse(await answer.TextAsync())!["message"]!);
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_thousand_forms_of_garbage_break_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var contentTypes = OneOf(
            "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=utf-16",
            "application/x-www-form-urlencoded; charset=nonsense", "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"\"", "multipart/form-data", "text/html", "");
        var pieces = OneOf(
            "username=admin", "password=x", "&", "=", "%", "%00", "%ED%A0%80", "next=//evil.test", "form_token=CfDJ8", "--b\r\n", "--b--", "\r\n\r\n",
            "Content-Disposition: form-data; name=\"username\"", "Content-Disposition: attachment; filename*=utf-7''%", "Content-Type: text/plain; charset=utf-7", "\u0000", "é", "\ud83d\ude00");
        var bodies = Gen.OneOf(
            pieces.Array[0, 12].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
            Gen.Byte.Array[0, 300]);

        await Gen.Select(contentTypes, bodies, Gen.Bool, Gen.Bool).SampleAsync(async (contentType, body, isBrowser, hasCookie) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            if (isBrowser)
            {
                request.Headers.Add("Sec-Fetch-Site", "same-origin");
            }

            if (hasCookie)
            {
                request.Headers.TryAddWithoutValidation("Cookie", "rendersignal_session=CfDJ8garbage; rendersignal_form=CfDJ8garbage; chunks=99");
            }

            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} for {contentType}: {Convert.ToHexString(body)}");
        }, iter: 1_000, threads: 1);

        app.Log.AssertNoWarnings(expectedIds: [6012]);
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);
}
