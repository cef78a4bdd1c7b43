using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore.Tests;

public sealed class SameOriginTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin, cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://evil.test", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", null, HttpStatusCode.OK)]
    [InlineData("X-Nothing", "x", HttpStatusCode.OK)]
    public async Task Only_a_page_of_this_site_changes_something_with_somebody_s_session(string header, string? value, HttpStatusCode status)
    {
        await using var app = await TestApp.StartSignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/update_runtime_flags")
        {
            Content = new StringContent("""{"disable_email_id_dedup": true}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value ?? app.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, (bool)JsonNode.Parse(await answer.TextAsync())!["success"]!);
        var flags = (await app.Get<ISettingsReader>().GetAsync(TestContext.Current.CancellationToken)).Flags;
        Assert.Equal(status == HttpStatusCode.OK, flags.DisableEmailIdDedup);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("https://a.test", "a.test", true)]
    [InlineData("https://a.test", "A.TEST:443", true)]
    [InlineData("http://a.test", "a.test", true)]
    [InlineData("https://a.test:8443", "a.test:8443", true)]
    [InlineData("https://a.test:8443", "a.test", false)]
    [InlineData("https://a.test", "a.test:8443", false)]
    [InlineData("https://a.test.evil.test", "a.test", false)]
    [InlineData("http://[::1]:5000", "[::1]:5000", true)]
    [InlineData("a.test", "a.test", false)]
    [InlineData("", "a.test", false)]
    public void An_origin_is_this_site_s_by_host_and_port_whatever_the_scheme(string origin, string host, bool isOwn)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString(host);
        request.Headers.Origin = origin;

        Assert.Equal(isOwn, SameOrigin.Allows(request));
    }
}
