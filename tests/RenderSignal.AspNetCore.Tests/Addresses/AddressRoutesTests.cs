using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class AddressRoutesTests
{
    private const string Path = "/api/check_address";

    [Fact]
    public async Task A_receiver_that_listens_is_reachable_and_its_key_is_told_to_nobody()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await CheckAsync(app, $" {receiver.Url("/hook/secret-token")} ");

        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)json["success"]!));
        Assert.Equal(
            ("receiver", $"{receiver.Url("/***")}", "127.0.0.1", true, "reachable"),
            ((string?)json["kind"], (string?)json["normalized"], (string?)json["host"], (bool?)json["reachable"], (string?)json["status"]!["code"]));
        Assert.Equal(
            ["success", "kind", "provider", "normalized", "host", "reachable", "status", "certificate_expires_at", "duration_ms", "error"],
            json.Select(field => field.Key));
        Assert.True((long)json["duration_ms"]! >= 0);
        Assert.Empty(receiver.Requests);
        Assert.DoesNotContain("secret-token", json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Records, record => record.Message.Contains("secret-token", StringComparison.Ordinal));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_the_certificate_says_is_told_beside_the_verdict()
    {
        using var certificate = ServerCertificate.Create();
        await using var receiver = await WebhookReceiver.StartAsync(certificate, TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartSignedInAsync();

        var (_, json) = await CheckAsync(app, $"{receiver.Url("/hook")}");

        Assert.Equal((false, "certificate_untrusted"), ((bool?)json["reachable"], (string?)json["status"]!["code"]));
        Assert.Equal(ApiTime.Format(Instant.FromDateTimeUtc(certificate.Certificate.NotAfter.ToUniversalTime())), (string?)json["certificate_expires_at"]);
        Assert.NotNull((string?)json["error"]);
    }

    [Theory]
    [InlineData("https://receiver.example.test/hook/x", "receiver", null, "https://receiver.example.test/***")]
    [InlineData("https://receiver.example.test/***", "receiver", null, "https://receiver.example.test/***")]
    [InlineData("https://receiver.example.test/?u=https://www.dropbox.com/s/a/b.zip", "receiver", null, "https://receiver.example.test/***")]
    [InlineData("http://127.0.0.1:8080/x", "receiver", null, "http://127.0.0.1:8080/***")]
    [InlineData("https://[::1]:8443/x", "receiver", null, "https://[::1]:8443/***")]
    [InlineData("https://hook.eu1.make.com/token", "make_hook", null, "https://hook.eu1.make.com/***")]
    [InlineData("token@hook.us1.make.com", "make_hook", null, "https://hook.us1.make.com/***")]
    [InlineData("token", "make_hook", null, "https://hook.eu2.make.com/***")]
    [InlineData("https://www.dropbox.com/s/a/b.zip?x=1&amp;dl=0", "delivery_link", "dropbox", "https://www.dropbox.com/***")]
    [InlineData("http://fromsmash.com/abc", "delivery_link", "fromsmash", "http://fromsmash.com/***")]
    public async Task An_address_is_told_by_its_kind_also_where_nothing_tries_it(string address, string kind, string? provider, string normalized)
    {
        await using var app = await StartWithoutProbeAsync();

        var (_, json) = await CheckAsync(app, address);

        Assert.Equal((kind, provider, normalized), ((string?)json["kind"], (string?)json["provider"], (string?)json["normalized"]));
        Assert.Equal((null, null, null), ((bool?)json["reachable"], json["status"], json["duration_ms"]));
    }

    [Theory]
    [InlineData("http://receiver.example.test/x", "not_allowed")]
    [InlineData("ftp://receiver.example.test/x", "no_address")]
    [InlineData("https://", "no_address")]
    [InlineData("https:///***", "no_address")]
    [InlineData("https://a b/", "no_address")]
    [InlineData("/etc/passwd", "no_address")]
    [InlineData("token@hook.example.test", "no_address")]
    [InlineData("mailto:a@example.test", "no_address")]
    [InlineData("\u0000", "no_address")]
    [InlineData("https://receiver.example.test:0/x", "no_place")]
    [InlineData("http://127.0.0.1:0/x", "no_place")]
    [InlineData("https://[fe80::1%25eth0]/x", "no_place")]
    public async Task What_nothing_can_be_sent_to_says_why_and_is_not_tried(string address, string code)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await CheckAsync(app, address);

        Assert.Equal((HttpStatusCode.OK, "none", code), (status, (string?)json["kind"], (string?)json["status"]!["code"]));
        Assert.Equal((null, null, null), ((bool?)json["reachable"], (string?)json["normalized"], (string?)json["host"]));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"address": ""}""")]
    [InlineData("""{"address": 5}""")]
    [InlineData("""{"address": null}""")]
    public async Task Without_an_address_the_request_is_refused(string body)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostTextAsync(Path, body);

        Assert.Equal((HttpStatusCode.BadRequest, false), (status, (bool)json["success"]!));
        Assert.StartsWith("address is missing", (string?)json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_address_is_refused()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await CheckAsync(app, $"https://receiver.example.test/{new string('x', 2048)}");

        Assert.Equal((HttpStatusCode.BadRequest, "address is longer than 2048 characters."), (status, (string?)json["message"]));
    }

    private static Task<TestApp> StartWithoutProbeAsync() => TestApp.StartSignedInAsync(services: services => services.RemoveAll<IAddressProbe>());

    private static Task<(HttpStatusCode Status, JsonObject Json)> CheckAsync(TestApp app, string address) =>
        app.Client.PostJsonAsync(Path, new JsonObject { ["address"] = address });
}
