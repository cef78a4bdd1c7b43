using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>The webhook log as the reference keeps it.</summary>
public sealed class RedisWebhookLogTests : RedisLedgerTest
{
    [Fact]
    public async Task The_log_of_the_reference_is_read_and_goes_on()
    {
        await CommandAsync(
            "RPUSH",
            WebhookLog,
            """{"timestamp": "2026-11-05T09:27:00.123456+00:00", "type": "makecom", "email_id": "r1", "status": "error", "status_code": 503, "error": "HTTP 503", "target_url": "https://hook.test/abc", "subject": "Lot \u00e9"}""",
            """{"timestamp": "2026-11-05T09:28:00+00:00", "type": "custom", "email_id": "r2", "status": "success", "status_code": null}""",
            """{"timestamp": "2026-11-05T11:29:00+02:00", "status": "skipped"}""",
            "rubbish",
            "[]",
            "null",
            """{"status": "success"}""",
            """{"timestamp": "2026-11-05T09:29:00+00:00"}""",
            """{"timestamp": "yesterday", "status": "success"}""");
        var app = Run();
        await SendAsync(app, "a", 0);

        var log = await app.Ledger.ListLogAsync(Instant.MinValue, 50, Cancellation);

        Assert.Equal(["a", "", "r2", "r1"], log.Select(entry => entry.EmailId));
        Assert.Equal(
            new WebhookLogEntry
            {
                Timestamp = Instant.FromUtc(2026, 11, 5, 9, 27) + Duration.FromMilliseconds(123.456),
                Type = WebhookLogType.Make,
                EmailId = "r1",
                Status = WebhookLogStatus.Error,
                StatusCode = 503,
                Error = "HTTP 503",
                TargetUrl = "https://hook.test/abc",
                Subject = "Lot é",
                Attempts = 1,
            },
            log[3]);
        Assert.Equal((Instant.FromUtc(2026, 11, 5, 9, 29), WebhookLogType.Custom, 0), (log[1].Timestamp, log[1].Type, log[1].Attempts));
        Assert.Equal(["a", ""], (await app.Ledger.ListLogAsync(Instant.FromUtc(2026, 11, 5, 9, 29), 50, Cancellation)).Select(entry => entry.EmailId));
        Assert.Equal(["a"], (await app.Ledger.ListLogAsync(Instant.MinValue, 1, Cancellation)).Select(entry => entry.EmailId));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task An_entry_is_written_with_the_fields_and_the_time_of_the_reference()
    {
        await SendAsync(Run(), "a", 0);

        var entry = JsonNode.Parse(Assert.Single(await ListRawAsync(WebhookLog)))!.AsObject();

        Assert.Equal("2026-11-05T10:00:00.000000+00:00", (string?)entry["timestamp"]);
        Assert.Equal(("custom", "a", "success", 200, "Lot é"), ((string?)entry["type"], (string?)entry["email_id"], (string?)entry["status"], (int?)entry["status_code"], (string?)entry["subject"]));
        Assert.True(entry.ContainsKey("error") && entry["error"] is null && entry.ContainsKey("target_url"));
    }

    [Fact]
    public async Task The_newest_five_hundred_entries_are_kept_the_newest_last()
    {
        var app = Run();
        await WriteAsync(app, Enumerable.Range(0, 60).Select(i => Record($"mail {i}", i) with
        {
            Log = [.. Enumerable.Range(0, 10).Select(send => Send($"mail {i}", (10 * i) + send))],
        }));

        Assert.Equal(Enumerable.Range(100, 500).Select(i => $"mail {i / 10} {i}").Reverse(), await LogAsync(app));
        Assert.Contains("\"mail 59\"", (await ListRawAsync(WebhookLog))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_waits_for_hours_has_one_entry_and_no_send_leaves_the_log_for_it()
    {
        var app = Run();
        await SendAsync(app, "a", 0);
        await WriteAsync(app, Record("b") with { Log = [Send("b", 0)] });
        for (var cycle = 1; cycle <= 60; cycle++)
        {
            var wait = Send("b", cycle) with { Attempts = 0, Status = WebhookLogStatus.Error, Error = "rate_limit_per_hour is 5" };
            await app.Ledger.UpdateAsync("b", stored => stored!.WithLog([wait]), Cancellation);
        }

        Assert.Equal(["b 60", "b 0", "a 0"], (await LogAsync(app)).OrderByDescending(entry => entry, StringComparer.Ordinal));
        Assert.Equal(3, (await ListRawAsync(WebhookLog)).Length);
    }

    [Fact]
    public async Task A_send_that_falls_out_of_its_record_stays_in_the_log()
    {
        var app = Run();
        for (var second = 0; second < LedgerRecord.MaxLogEntries + 5; second++)
        {
            await SendAsync(app, "a", second);
        }

        Assert.Equal(LedgerRecord.MaxLogEntries, (await app.Ledger.FindAsync("a", Cancellation))?.Log.Count);
        Assert.Equal(LedgerRecord.MaxLogEntries + 5, (await LogAsync(app)).Count());
    }

    [Fact]
    public async Task A_time_is_kept_to_the_microsecond_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            var app = Run();
            var entry = Send("a") with { Timestamp = Start + Duration.FromNanoseconds(123_456_789) };
            await WriteAsync(app, Record("a") with { Log = [entry] });

            Assert.Equal(Start + Duration.FromNanoseconds(123_456_000), Assert.Single(await app.Ledger.ListLogAsync(Start, 10, Cancellation)).Timestamp);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
