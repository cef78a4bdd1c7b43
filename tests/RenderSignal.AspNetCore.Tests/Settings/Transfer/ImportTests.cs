using System.Net;
using System.Text.Json.Nodes;
using static RenderSignal.AspNetCore.Tests.TransferRequests;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ImportTests
{
    private const string Secret = "secret-token";

    /// <summary>Every field of every document, each unlike its default.</summary>
    private const string Everything = """
        {"webhook_config": {"webhook_url": "https://new.example.test/secret-token", "presence_flag": true, "presence_true_url": "https://hook.eu1.make.com/secret-token",
             "presence_false_url": "https://hook.eu2.make.com/secret-token", "recadrage_webhook_url": "https://hook.us1.make.com/secret-token",
             "autorepondeur_webhook_url": "https://hook.us2.make.com/secret-token", "webhook_ssl_verify": false, "webhook_sending_enabled": false},
         "webhook_time_window": {"start": "9h05", "end": "17:30"},
         "polling_config": {"active_days": [1, 3], "active_start_hour": 7, "active_end_hour": 20, "enable_subject_group_dedup": false, "enable_polling": false,
             "sender_of_interest_for_polling": ["a@b.test", "c@d.test"], "vacation_start": "2026-12-20", "vacation_end": "2027-01-03"},
         "processing_prefs": {"exclude_keywords": ["é", "x"], "exclude_keywords_recadrage": ["y"], "exclude_keywords_autorepondeur": ["z"],
             "require_attachments": true, "max_email_size_mb": 7, "sender_priority": {"a@b.test": "high", "c@d.test": "low"}, "retry_count": 3,
             "retry_delay_sec": 4, "webhook_timeout_sec": 5, "rate_limit_per_hour": 6, "notify_on_failure": true, "mirror_media_to_custom": false},
         "runtime_flags": {"disable_email_id_dedup": true, "allow_custom_webhook_without_links": true}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_and_wiped_is_in_force_again_after_an_import()
    {
        await using var app = await TestApp.StartSignedInAsync();
        foreach (var (name, fields) in JsonNode.Parse(Everything)!.AsObject())
        {
            Assert.Equal(HttpStatusCode.OK, (await app.Client.ChangeDocumentAsync(name, fields!.ToJsonString())).Status);
        }

        var before = await InForceAsync(app);
        var file = await app.ExportAsync();
        await using var wiped = await TestApp.StartSignedInAsync();
        Assert.NotEqual(before, await InForceAsync(wiped));

        var (_, shown) = await wiped.ImportAsync(file, apply: false);
        Assert.NotEqual(before, await InForceAsync(wiped));
        var (status, json) = await wiped.ImportAsync(file, apply: true, versions: shown["versions"]);

        Assert.Equal((HttpStatusCode.OK, true, true), (status, (bool)json["success"]!, (bool)json["applied"]!));
        Assert.Equal(before, await InForceAsync(wiped));
        Assert.Equal(32, json["changes"]!.AsArray().Count);
        Assert.True(JsonNode.DeepEquals(shown["changes"], json["changes"]));
        Assert.Equal(["webhook_config", "webhook_time_window", "polling_config", "processing_prefs", "runtime_flags"], Texts(json["stored"]));
        Assert.True(JsonNode.DeepEquals((await wiped.Client.GetJsonAsync("/api/settings")).Json["versions"], json["versions"]));
        Assert.All([shown, json], answer => Assert.DoesNotContain(Secret, answer.ToJsonString(), StringComparison.Ordinal));
        Assert.Empty((await wiped.ImportAsync(file, apply: true)).Json["changes"]!.AsArray());
        wiped.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Only_what_differs_is_told_and_stored()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var file = FileOf("""
            {"webhook_config": {"webhook_url": "https://new.example.test/secret-token", "presence_flag": false},
             "polling_config": {"active_days": [0, 1, 2, 3, 4], "active_start_hour": "8", "sender_of_interest_for_polling": ["ACHATS@example.test"]},
             "processing_prefs": {"exclude_keywords": ["a", " "], "sender_priority": {"B@c.test": "HIGH"}, "max_email_size_mb": null},
             "runtime_flags": {"disable_email_id_dedup": false}}
            """);

        var (status, json) = await app.ImportAsync(file, apply: true);

        Assert.Equal((HttpStatusCode.OK, "Imported: 5 settings changed."), (status, (string?)json["message"]));
        Assert.Equal(
            [
                """webhook_config.webhook_url: "https://custom.example.test/***" -> "https://new.example.test/***" """.TrimEnd(),
                "polling_config.active_start_hour: 9 -> 8",
                """polling_config.sender_of_interest_for_polling: ["achats@example.test","lot@example.test"] -> ["achats@example.test"]""",
                """processing_prefs.exclude_keywords: [] -> ["a"]""",
                """processing_prefs.sender_priority: {} -> {"b@c.test":"high"}""",
            ],
            Changes(json));
        Assert.Empty(Texts(json["remarks"]));
        var store = app.Get<ISettingsStore>();
        Assert.Null(await store.ReadAsync(SettingsDocument.RuntimeFlags, Token));
        Assert.Equal(["webhook_url"], (await store.ReadAsync(SettingsDocument.WebhookConfig, Token))!.Select(field => field.Key));
        Assert.Equal(["sender_of_interest_for_polling", "active_start_hour"], (await store.ReadAsync(SettingsDocument.PollingConfig, Token))!.Select(field => field.Key));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Null_takes_a_field_back_and_it_is_said_where_the_environment_has_the_last_word()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await app.Client.ChangeDocumentAsync("webhook_config", $$"""{"webhook_url": "https://new.example.test/{{Secret}}", "presence_true_url": "tok"}""");
        await app.Client.ChangeDocumentAsync("webhook_time_window", """{"start": "9h00", "end": "17h00"}""");
        var file = FileOf("""
            {"webhook_config": {"webhook_url": null, "presence_true_url": null, "presence_false_url": null}, "webhook_time_window": {"start": null, "end": null}}
            """);

        var (_, json) = await app.ImportAsync(file, apply: true);

        Assert.Equal(
            [
                """webhook_config.webhook_url: "https://new.example.test/***" -> "https://custom.example.test/***" """.TrimEnd(),
                """webhook_config.presence_true_url: "https://hook.eu2.make.com/***" -> null""",
                """webhook_time_window.start: "9h00" -> null""",
                """webhook_time_window.end: "17h00" -> null""",
            ],
            Changes(json));
        Assert.Equal(["webhook_url of webhook_config is not set in the file: what the environment of this process says of it is in force."], Texts(json["remarks"]));
        var again = await app.ImportAsync(file, apply: true);
        Assert.Empty(Changes(again.Json));
        Assert.True(JsonNode.DeepEquals(json["remarks"], again.Json["remarks"]));
    }

    [Fact]
    public async Task A_file_with_problems_is_told_all_of_them_and_stores_nothing()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var before = await InForceAsync(app);
        var file = FileOf("""
            {"webhook_config": {"presence_flag": true, "webhook_url": "http://plain.example.test/secret-token", "webhook_ssl_verify": "perhaps"},
             "webhook_time_window": {"start": "9h00"},
             "polling_config": {"active_start_hour": 24, "vacation_start": "2027-01-03", "vacation_end": "2026-12-20", "enable_polling": false},
             "processing_prefs": {"retry_count": null},
             "runtime_flags": [true]}
            """);

        var (status, json) = await app.ImportAsync(file, apply: true);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, false, false), (status, (bool)json["success"]!, (bool)json["applied"]!));
        Assert.Equal("Nothing was stored: 7 problems.", (string?)json["message"]);
        Assert.Collection(
            Problems(json),
            text => Assert.Equal("runtime_flags.: runtime_flags is no JSON object: write {\"field\": value, …}.", text),
            text => Assert.StartsWith("webhook_config.webhook_url: webhook_url is http://plain.example.test/***: write", text, StringComparison.Ordinal),
            text => Assert.StartsWith("webhook_config.webhook_ssl_verify: ", text, StringComparison.Ordinal),
            text => Assert.StartsWith("webhook_time_window.end: end is missing", text, StringComparison.Ordinal),
            text => Assert.StartsWith("polling_config.active_start_hour: ", text, StringComparison.Ordinal),
            text => Assert.StartsWith("polling_config.vacation_end: ", text, StringComparison.Ordinal),
            text => Assert.StartsWith("processing_prefs.retry_count: ", text, StringComparison.Ordinal));
        Assert.Contains("webhook_config.presence_flag: false -> true", Changes(json));
        Assert.Equal(before, await InForceAsync(app));
        Assert.True((bool)(await app.ImportAsync(file, apply: false)).Json["success"]!);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_unknown_here_and_what_is_left_out_of_a_list_is_remarked_upon()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var file = FileOf("""
            {"tomorrows_document": {"a": 1},
             "webhook_config": {"webhook_time_start": "9h00", "presence_flag": true},
             "webhook_time_window": {"start": "9h00", "end": "17h00", "zone": "UTC"},
             "polling_config": {"active_days": [1, 9]}}
            """);

        var (_, json) = await app.ImportAsync(file, apply: true);

        Assert.True((bool)json["applied"]!);
        Assert.Equal(
            [
                "tomorrows_document is no settings document and was ignored.",
                "webhook_time_start is no setting of webhook_config and was ignored.",
                "zone is no setting of webhook_time_window and was ignored.",
                "active_days is [1,9]: write a list of weekdays, 0 (Monday) to 6 (Sunday).",
            ],
            Texts(json["remarks"]));
        Assert.Contains("polling_config.active_days: [0,1,2,3,4] -> [1]", Changes(json));
    }

    private static async Task<string> InForceAsync(TestApp app) =>
        System.Text.Json.JsonSerializer.Serialize(DocumentsBody.WithAddresses(await app.Get<ISettingsReader>().GetAsync(Token)));
}
