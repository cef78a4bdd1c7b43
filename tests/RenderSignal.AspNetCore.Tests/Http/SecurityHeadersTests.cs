using System.Net;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("GET", "/login", HttpStatusCode.OK)]
    [InlineData("GET", "/assets/any/styles/login.css", HttpStatusCode.OK)]
    [InlineData("GET", "/", HttpStatusCode.Redirect)]
    [InlineData("GET", "/logout", HttpStatusCode.Redirect)]
    [InlineData("GET", "/health", HttpStatusCode.OK)]
    [InlineData("GET", "/api/get_runtime_flags", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", "/api/get_runtime_flags", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/login", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/login", HttpStatusCode.Forbidden)]
    public async Task Every_answer_keeps_browsers_careful(string method, string path, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (status == HttpStatusCode.Forbidden)
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Content = new FormUrlEncodedContent([]);
        }

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        var policy = answer.Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("", answer.Header("Strict-Transport-Security"));
        Assert.True(path.StartsWith("/assets/", StringComparison.Ordinal) || answer.Headers.CacheControl?.NoStore is true, answer.Header("Cache-Control"));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there()
    {
        using var certificate = ServerCertificate.Create();
        await using var app = await TestApp.StartAsync(certificate: certificate);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = "signals.example.test" } };
        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("max-age=31536000", answer.Header("Strict-Transport-Security"));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task A_developer_s_machine_is_not_told_to_use_https_for_everything(string host)
    {
        using var certificate = ServerCertificate.Create();
        await using var app = await TestApp.StartAsync(certificate: certificate);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = host } };
        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }
}
