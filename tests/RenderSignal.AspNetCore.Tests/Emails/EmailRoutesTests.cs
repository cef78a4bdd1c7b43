using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace RenderSignal.AspNetCore.Tests;

public sealed class EmailRoutesTests
{
    [Fact]
    public async Task A_mail_is_told_in_full()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var entry = new WebhookLogEntry
        {
            Timestamp = Records.Start + Duration.FromMilliseconds(1250),
            Type = WebhookLogType.Make,
            EmailId = "a1",
            Status = WebhookLogStatus.Error,
            StatusCode = 503,
            Error = "HTTP 503: occupé",
            TargetUrl = "https://hook.eu2.make.com/***",
            Subject = "Média",
            Attempts = 2,
            DurationMs = 1234,
        };
        await app.WriteAsync(Records.Sent("a1", 2) with
        {
            Subject = "Média <b>\"Lot\" 7</b>",
            Detector = DetectorNames.Recadrage,
            Route = DeliveryRoutes.Recadrage,
            Status = EmailStatus.Failed,
            Reason = DecisionReason.DeliveryFailed,
            Detail = "HTTP 503: occupé",
            Log = [entry],
        });

        var (status, json) = await app.Client.GetJsonAsync("/api/emails/a1");

        Assert.Equal(HttpStatusCode.OK, status);
        var expected = JsonNode.Parse(
            """
            {
              "success": true,
              "email": {
                "id": "a1",
                "subject": "Média <b>\"Lot\" 7</b>",
                "sender": "achats@example.test",
                "date": "Thu, 5 Nov 2026 11:00:00 +0100",
                "detector": "recadrage",
                "route": "make_recadrage",
                "status": "failed",
                "reason": "delivery_failed",
                "reason_text": "the receiver did not accept it (HTTP 503: occupé)",
                "reason_values": {},
                "detail": "HTTP 503: occupé",
                "first_seen_at": "2026-11-05T10:00:00Z",
                "decided_at": "2026-11-05T10:00:02Z",
                "deliveries": [
                  {
                    "timestamp": "2026-11-05T10:00:01.25Z",
                    "type": "makecom",
                    "email_id": "a1",
                    "status": "error",
                    "status_code": 503,
                    "error": "HTTP 503: occupé",
                    "target_url": "https://hook.eu2.make.com/***",
                    "subject": "Média",
                    "attempts": 2,
                    "duration_ms": 1234
                  }
                ],
                "can_replay": true
              }
            }
            """);
        Assert.Equal(expected!.ToJsonString(), json.ToJsonString());
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_mail_of_an_earlier_version_cannot_be_replayed_and_has_words_all_the_same()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.WriteAsync(Records.Sent("old") with { Uid = null, Route = null });

        var (_, json) = await app.Client.GetJsonAsync("/api/emails/old");

        Assert.False((bool)json["email"]!["can_replay"]!);
        Assert.Equal("accepted by its receiver", (string?)json["email"]!["reason_text"]);
    }

    [Fact]
    public async Task What_stands_in_the_particulars_is_told_by_name()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.WriteAsync(Records.Sent("a1") with { Detail = "sent by hand", DetailValues = new Dictionary<string, string> { ["by_hand"] = "true" } });

        var (_, json) = await app.Client.GetJsonAsync("/api/emails/a1");

        Assert.Equal("accepted by route custom (sent by hand)", (string?)json["email"]!["reason_text"]);
        Assert.Equal("""{"by_hand":"true"}""", json["email"]!["reason_values"]!.ToJsonString());
    }

    [Fact]
    public async Task A_mail_that_is_not_in_the_ledger_is_not_found()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.GetJsonAsync("/api/emails/uid:1:7");

        Assert.Equal((HttpStatusCode.NotFound, false), (status, (bool)json["success"]!));
        Assert.StartsWith("The ledger has no mail \"uid:1:7\".", (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Page_after_page_shows_every_mail_once_the_newest_first()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.WriteAsync([.. Enumerable.Range(0, 120).Select(i => Records.Sent($"{i}", i / 7))]);

        var shown = new List<string?>();
        var sizes = new List<int>();
        for (string? next = ""; next is not null;)
        {
            var (status, json) = await app.Client.GetJsonAsync($"/api/emails?before={Uri.EscapeDataString(next)}");
            Assert.Equal(HttpStatusCode.OK, status);
            var ids = IdsOf(json);
            sizes.Add(ids.Count);
            shown.AddRange(ids);
            next = (string?)json["next"];
        }

        Assert.Equal([50, 50, 20], sizes);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"{119 - i}"), shown);
    }

    [Theory]
    [InlineData("decision=sent", "sent")]
    [InlineData("decision=left", "off closed")]
    [InlineData("decision=window_closed", "closed")]
    [InlineData("decision=Sent, window_closed", "closed sent")]
    [InlineData("decision=", "off closed sent")]
    [InlineData("q=LÔT+SENT", "sent")]
    [InlineData("q=%20closed%20", "closed")]
    [InlineData("decision=left&q=off", "off")]
    [InlineData("q=nothing", "")]
    [InlineData("limit=1", "off")]
    public async Task Mails_are_chosen_by_what_became_of_them_and_by_text(string query, string expected)
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.WriteAsync(
            Records.Sent("sent"),
            Records.Sent("closed", 1) with { Status = EmailStatus.Left, Reason = DecisionReason.WindowClosed },
            Records.Sent("off", 2) with { Status = EmailStatus.Left, Reason = DecisionReason.SendingDisabled });

        var (status, json) = await app.Client.GetJsonAsync($"/api/emails?{query}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(expected, string.Join(' ', IdsOf(json)));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("limit=0", "limit is \"0\": write a whole number from 1 to 200.")]
    [InlineData("limit=201", "limit is \"201\": write a whole number from 1 to 200.")]
    [InlineData("limit=-1", "limit is \"-1\": write a whole number from 1 to 200.")]
    [InlineData("limit=ten", "limit is \"ten\": write a whole number from 1 to 200.")]
    [InlineData("before=yesterday", "before is \"yesterday\": write the next of an earlier answer, as it stood there.")]
    [InlineData("decision=sent,gone", "decision is \"gone\": write one or more of these, with commas: sent, skipped, left, failed, sender_not_allowed, ")]
    public async Task What_cannot_be_understood_is_refused_by_name(string query, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.GetJsonAsync($"/api/emails?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(message, (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("/api/emails?before=")]
    [InlineData("/api/emails/")]
    public async Task What_is_too_long_to_repeat_is_cut_between_characters(string path)
    {
        await using var app = await TestApp.StartSignedInAsync();
        foreach (var start in new[] { "", "a" })
        {
            var (_, json) = await app.Client.GetJsonAsync(path + start + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("😀", 100))));

            var message = (string)json["message"]!;
            Assert.Contains("😀…\"", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', message);
        }

        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("GET", "/api/emails")]
    [InlineData("GET", "/api/emails/a")]
    [InlineData("POST", "/api/emails/a/replay")]
    [InlineData("POST", "/api/preview")]
    [InlineData("GET", "/api/events")]
    public async Task Without_a_session_nothing_is_told_and_nothing_done(string method, string path)
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? JsonContent.Create(new JsonObject()) : null };

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static List<string?> IdsOf(JsonObject json) => [.. json["emails"]!.AsArray().Select(email => (string?)email!["id"])];
}
