using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.AspNetCore.Tests;

public sealed class StatsTests(ITestOutputHelper output)
{
    private const string Path = "/api/stats";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 5, 10, 20);

    [Fact]
    public async Task Mails_are_counted_hour_by_hour_and_by_reason()
    {
        await using var app = await StartAsync();
        await app.WriteAsync(
            Decided("a", Now - Duration.FromMinutes(5), EmailStatus.Sent, DecisionReason.Deliver),
            Decided("b", Now - Duration.FromMinutes(20), EmailStatus.Failed, DecisionReason.DeliveryFailed),
            Decided("c", Now - Duration.FromMinutes(21), EmailStatus.Left, DecisionReason.WindowClosed),
            Decided("d", Now - Duration.FromMinutes(80), EmailStatus.Left, DecisionReason.WindowClosed),
            Decided("e", Now - Duration.FromMinutes(81), EmailStatus.Skipped, DecisionReason.Reply)); // before the first hour

        var text = await app.Client.GetStringAsync(new Uri($"{Path}?hours=2", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"success":true,"from":"2026-11-05T09:00:00Z","to":"2026-11-05T10:20:00Z","totals":{"sent":1,"skipped":0,"left":2,"failed":1},"hours":[{"from":"2026-11-05T09:00:00Z","sent":0,"skipped":0,"left":2,"failed":0},{"from":"2026-11-05T10:00:00Z","sent":1,"skipped":0,"left":0,"failed":1}],"reasons":[{"status":"left","reason":"window_closed","count":2},{"status":"sent","reason":"deliver","count":1},{"status":"failed","reason":"delivery_failed","count":1}]}""",
            text);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("", 24, "2026-11-04T11:00:00Z")]
    [InlineData("?hours=", 24, "2026-11-04T11:00:00Z")]
    [InlineData("?hours=1", 1, "2026-11-05T10:00:00Z")]
    [InlineData("?hours=168", 168, "2026-10-29T11:00:00Z")]
    public async Task Every_hour_is_there_also_without_mails(string query, int hours, string from)
    {
        await using var app = await StartAsync();

        var (_, json) = await app.Client.GetJsonAsync(Path + query);

        Assert.Equal(from, (string?)json["from"]);
        Assert.Equal(from, (string?)json["hours"]![0]!["from"]);
        Assert.Equal("2026-11-05T10:00:00Z", (string?)json["hours"]!.AsArray()[^1]!["from"]);
        Assert.Equal(hours, json["hours"]!.AsArray().Count);
        Assert.Empty(json["reasons"]!.AsArray());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("169")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("day")]
    public async Task Hours_out_of_range_are_refused_by_name(string hours)
    {
        await using var app = await StartAsync();

        var (status, json) = await app.Client.GetJsonAsync($"{Path}?hours={hours}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("from 1 to 168", (string?)json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_ledger_is_counted_in_little_time()
    {
        await using var app = await StartAsync();
        await app.WriteAsync([.. Enumerable.Range(0, 10_000).Select(i =>
            Decided($"mail {i}", Now - Duration.FromMinutes(i), (EmailStatus)(i % 4), (DecisionReason)(i % 17)))]);
        await app.Client.GetJsonAsync(Path);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
        {
            var (_, json) = await app.Client.GetJsonAsync($"{Path}?hours=168");
            Assert.Equal(10_000, json["totals"]!.AsObject().Sum(total => (int)total.Value!));
        }

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / 10:f1} ms for 10,000 mails.");
        Assert.InRange(watch.Elapsed.TotalMilliseconds / 10, 0, 5000); // usually a few; a busy machine is left its time
    }

    private static Task<TestApp> StartAsync() => TestApp.StartSignedInAsync(services: services => services.AddSingleton<IClock>(new FakeClock(Now)));

    private static LedgerRecord Decided(string id, Instant at, EmailStatus status, DecisionReason reason) =>
        Records.Sent(id) with { DecidedAt = at, Status = status, Reason = reason };
}
