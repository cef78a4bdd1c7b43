using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.AspNetCore.Tests;

public sealed class WebhookLogRoutesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 5, 10, 0);

    [Theory]
    [InlineData("", 7, "e0 e3 e6")]
    [InlineData("?days=7", 7, "e0 e3 e6")]
    [InlineData("?days=1", 1, "e0")]
    [InlineData("?days=%2010%20", 10, "e0 e3 e6 e10")]
    [InlineData("?days=30", 30, "e0 e3 e6 e10 e29")]
    [InlineData("?days=31", 30, "e0 e3 e6 e10 e29")]
    [InlineData("?days=99999999999999999999", 30, "e0 e3 e6 e10 e29")]
    [InlineData("?days=0", 7, "e0 e3 e6")]
    [InlineData("?days=-3", 7, "e0 e3 e6")]
    [InlineData("?days=x", 7, "e0 e3 e6")]
    [InlineData("?days=1.5", 7, "e0 e3 e6")]
    [InlineData("?days=", 7, "e0 e3 e6")]
    [InlineData("?days=1&days=2", 7, "e0 e3 e6")]
    public async Task The_sends_of_the_last_days_come_newest_first(string query, int days, string expected)
    {
        await using var app = await StartAsync();
        await WriteAsync(app, 40, 29, 10, 6, 3, 0);
        using var tool = app.NewTool();

        foreach (var (status, json) in new[] { await app.Client.GetJsonAsync($"/api/webhook_logs{query}"), await tool.GetJsonAsync($"/api/test/webhook_logs{query}") })
        {
            Assert.Equal((HttpStatusCode.OK, days), (status, (int)json["days_filter"]!));
            var ids = json["logs"]!.AsArray().Select(entry => (string?)entry!["email_id"]).ToList();
            Assert.Equal(expected, string.Join(' ', ids));
            Assert.Equal(ids.Count, (int)json["count"]!);
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task No_more_than_fifty_come()
    {
        await using var app = await StartAsync();
        await WriteAsync(app, [.. Enumerable.Range(0, 60).Select(_ => 1)]);

        var (_, json) = await app.Client.GetJsonAsync("/api/webhook_logs");

        Assert.Equal((50, 50), ((int)json["count"]!, json["logs"]!.AsArray().Count));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task An_entry_has_all_its_fields_and_a_masked_address()
    {
        await using var app = await StartAsync();
        await WriteAsync(app, new WebhookLogEntry
        {
            Timestamp = Now - Duration.FromMilliseconds(1500),
            Type = WebhookLogType.Make,
            EmailId = "id",
            Status = WebhookLogStatus.Error,
            StatusCode = 503,
            Error = "busy",
            TargetUrl = "https://own.example.test/secret-token",
            Subject = "Média",
            Attempts = 3,
            DurationMs = 12,
        });

        var (_, json) = await app.Client.GetJsonAsync("/api/webhook_logs");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"timestamp": "2026-11-05T09:59:58.5Z", "type": "makecom", "email_id": "id", "status": "error", "status_code": 503, "error": "busy",
                 "target_url": "https://own.example.test/***", "subject": "Média", "attempts": 3, "duration_ms": 12}
                """),
            Assert.Single(json["logs"]!.AsArray())), json.ToJsonString());
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Without_a_session_nothing_is_told()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetJsonAsync("/api/webhook_logs")).Status);
    }

    private static Task<TestApp> StartAsync() =>
        TestApp.StartSignedInAsync(services: services => services.AddSingleton<IClock>(new FakeClock(Now)));

    private static async Task WriteAsync(TestApp app, params int[] ages)
    {
        foreach (var (index, days) in ages.Index())
        {
            await WriteAsync(app, new WebhookLogEntry
            {
                Timestamp = Now - Duration.FromDays(days) + Duration.FromMilliseconds(index),
                Type = WebhookLogType.Custom,
                EmailId = $"e{days}",
                Status = WebhookLogStatus.Success,
            });
        }
    }

    private static Task WriteAsync(TestApp app, WebhookLogEntry entry) => app.WriteAsync(new LedgerRecord
    {
        Id = entry.Timestamp.ToString("uuuu-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        Status = EmailStatus.Sent,
        Reason = DecisionReason.Deliver,
        FirstSeenAt = entry.Timestamp,
        DecidedAt = entry.Timestamp,
        Log = [entry],
    });
}
