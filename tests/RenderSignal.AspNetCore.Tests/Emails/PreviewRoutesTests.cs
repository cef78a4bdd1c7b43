using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.AspNetCore.Tests;

public sealed class PreviewRoutesTests
{
    private static readonly JsonObject Recadrage = new()
    {
        ["subject"] = "Média Solution - Missions Recadrage - Lot 7",
        ["sender"] = "Achats <Achats@example.test>",
        ["body"] = "à faire pour 14h30 https://www.dropbox.com/s/3916e1df/f.zip",
    };

    [Fact]
    public async Task A_mail_that_would_be_sent_is_told_with_its_payload_and_the_receiver_masked()
    {
        await using var app = await StartAsync();

        var (status, json) = await app.Client.PostJsonAsync("/api/preview", Recadrage.DeepClone());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"action":"send","reason":"deliver","reason_text":"to be sent by route custom","reason_values":{},"detail":null,"status_if_applied":"sent"}""",
            json["decision"]!.ToJsonString());
        Assert.Equal(
            (true, true, "recadrage", "14h30", "2026-11:media_solution_missions_recadrage_lot_7"),
            ((bool)json["success"]!, (bool)json["would_send"]!, (string?)json["detector"], (string?)json["delivery_time"], (string?)json["subject_group"]));
        Assert.Equal("""[{"provider":"dropbox","raw_url":"https://www.dropbox.com/s/3916e1df/f.zip"}]""", json["links"]!.ToJsonString());
        Assert.Equal(("custom", "https://custom.example.test/***"), ((string?)json["delivery"]!["type"], (string?)json["delivery"]!["target_url"]));
        Assert.Equal(
            ("achats@example.test", "recadrage", "14h30"),
            ((string?)json["delivery"]!["payload"]!["sender_email"], (string?)json["delivery"]!["payload"]!["detector"], (string?)json["delivery"]!["payload"]!["delivery_time"]));
        var steps = json["steps"]!.AsArray();
        Assert.Equal(
            """{"rule":"sender","finding":"on the allowlist","finding_phrase":{"code":"on_allowlist","text":"on the allowlist","values":{}},"decides":false}""",
            steps[0]!.ToJsonString());
        Assert.Equal(
            """{"rule":"deliver","finding":"to be sent by route custom","finding_phrase":{"code":"deliver","text":"to be sent by route custom","values":{"route":"custom"}},"decides":true}""",
            steps[^1]!.ToJsonString());
        Assert.DoesNotContain("secret-token", json.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await app.Get<ILedger>().ListAsync(new LedgerQuery(), TestContext.Current.CancellationToken)).Records);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("Re: Lot 7", "", "acknowledge", "reply", "skipped")]
    [InlineData("Lot 7", "else@example.test", "leave", "sender_not_allowed", "left")]
    public async Task A_mail_that_would_not_be_sent_says_why(string subject, string sender, string action, string reason, string applied)
    {
        await using var app = await StartAsync();
        var mail = Recadrage.DeepClone();
        mail["subject"] = subject;
        mail["sender"] = sender.Length > 0 ? sender : mail["sender"]!.DeepClone();

        var (status, json) = await app.Client.PostJsonAsync("/api/preview", mail);

        Assert.Equal((HttpStatusCode.OK, false), (status, (bool)json["would_send"]!));
        Assert.Equal(
            (action, reason, applied),
            ((string?)json["decision"]!["action"], (string?)json["decision"]!["reason"], (string?)json["decision"]!["status_if_applied"]));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_missing_is_empty()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["SENDER_OF_INTEREST_FOR_POLLING"] = null });

        var (status, json) = await app.Client.PostJsonAsync("/api/preview", new JsonObject { ["subject"] = null });

        Assert.Equal((HttpStatusCode.OK, "no_delivery_link"), (status, (string?)json["decision"]!["reason"]));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task An_attachment_counts_where_one_is_required()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["SENDER_OF_INTEREST_FOR_POLLING"] = null });
        await app.Get<ISettingsEditor>().ChangeAsync(SettingsDocument.ProcessingPrefs, new JsonObject { ["require_attachments"] = true }, TestContext.Current.CancellationToken);

        var without = await app.Client.PostJsonAsync("/api/preview", new JsonObject());
        var with = await app.Client.PostJsonAsync("/api/preview", new JsonObject { ["has_attachments"] = true });
        var inWords = await app.Client.PostJsonAsync("/api/preview", new JsonObject { ["has_attachments"] = "yes" });

        Assert.Equal("attachment_required", (string?)without.Json["decision"]!["reason"]);
        Assert.Equal("no_delivery_link", (string?)with.Json["decision"]!["reason"]);
        Assert.Equal("no_delivery_link", (string?)inWords.Json["decision"]!["reason"]);
    }

    [Theory]
    [InlineData("https://own.example.test/secret-token", "https://own.example.test/***")]
    [InlineData("amqps://user:secret-token@own.example.test/mails", "amqps://own.example.test/***")]
    [InlineData("the mails' queue", "the mails' queue")]
    public async Task Of_the_receiver_of_an_applications_own_target_no_key_is_told(string target, string told)
    {
        await using var app = await TestApp.StartSignedInAsync(services: services => services
            .AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 4, 9, 0))).AddSingleton<IDeliveryTarget>(new OwnTarget(target)));

        var (_, json) = await app.Client.PostJsonAsync("/api/preview", Recadrage.DeepClone());

        Assert.Equal(("own", told), ((string?)json["delivery"]!["type"], (string?)json["delivery"]!["target_url"]));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("""{"subject": 5}""", "subject is 5: write a text.")]
    [InlineData("""{"sender": ["a@example.test"]}""", "sender is [\"a@example.test\"]: write a text.")]
    [InlineData("""{"body": {"é": true}}""", "body is {\"é\":true}: write a text.")]
    [InlineData("""{"body": false}""", "body is false: write a text.")]
    [InlineData("""{"has_attachments": "perhaps"}""", "has_attachments is \"perhaps\": write true or false.")]
    [InlineData("""{"has_attachments": 2}""", "has_attachments is 2: write true or false.")]
    [InlineData("""[]""", "The body is no JSON object: send {\"field\": value, …}.")]
    public async Task A_field_of_another_type_is_refused_by_name(string body, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await PostTextAsync(app, body);

        Assert.Equal((HttpStatusCode.BadRequest, message), (status, (string?)json["message"]));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("""{"subject": "\ud83d"}""")]
    [InlineData("""{"has_attachments": "\ud83d"}""")]
    [InlineData("""{"\ud83d": 1}""")]
    [InlineData("""{"subject": ["\ud83d"]}""")]
    public async Task Half_a_character_anywhere_is_the_callers_fault(string body)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await PostTextAsync(app, body);

        Assert.Equal(
            (HttpStatusCode.BadRequest, "The body has half a character in it: a \\ud800 to \\udfff without its other half."),
            (status, (string?)json["message"]));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_body_of_more_than_256_KB_is_too_large()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await PostTextAsync(app, $$"""{"body": "{{new string('x', 256 * 1024)}}"}""");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "The body is larger than 256 KB."), (status, (string?)json["message"]));
        app.Log.AssertNoWarnings();
    }

    /// <summary>On a Wednesday morning.</summary>
    private static Task<TestApp> StartAsync() => TestApp.StartSignedInAsync(
        services: services => services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 4, 9, 0))));

    private static async Task<(HttpStatusCode Status, JsonObject Json)> PostTextAsync(TestApp app, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await app.Client.PostAsync("/api/preview", content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(text)!.AsObject());
    }

    private sealed class OwnTarget(string address) : IDeliveryTarget
    {
        public string Route => DeliveryRoutes.Custom;

        public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public DeliveryPreview Preview(DeliveryRequest request) => new("own", address, new JsonObject());
    }
}
