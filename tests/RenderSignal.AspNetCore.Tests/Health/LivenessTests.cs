using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class LivenessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_is_one_text_whatever_JSON_the_application_prefers()
    {
        await using var app = await TestApp.StartAsync(services: services => services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.WriteIndented = true;
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper;
        }));

        Assert.Equal("""{"status":"ok"}""", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative), Token));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_ping_tells_the_time()
    {
        await using var app = await TestApp.StartAsync();

        var (status, json) = await app.Client.GetJsonAsync("/api/ping");

        Assert.Equal((HttpStatusCode.OK, "pong"), (status, (string?)json["status"]));
        Assert.True(InstantPattern.General.Parse((string)json["timestamp_utc"]!).Success);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/api/ping")]
    [InlineData("/health/ready")]
    public async Task Who_asks_for_the_headers_alone_gets_them_without_signing_in(string path)
    {
        using var folder = new TempFolder();
        await using var app = await HealthOnlyApp.StartAsync(folder.FullPath);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await app.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Token));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/api/ping")]
    [InlineData("/health/ready")]
    public async Task A_wrong_method_is_told_the_right_ones(string path)
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.Client.DeleteAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
    }
}
