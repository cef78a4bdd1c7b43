using System.Net;
using System.Text.Json.Nodes;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>What the routes tell and set is what mails are decided by.</summary>
public sealed class SettingsInForceTests
{
    private static readonly EmailDraft Offer = new()
    {
        From = "achats@example.test",
        Subject = "Livraison",
        Body = "Voici: https://www.dropbox.com/s/abc",
    };

    [Theory]
    [InlineData("/api/processing_prefs", """{"exclude_keywords": ["livraison"]}""", DecisionReason.ExcludedKeyword)]
    [InlineData("/api/update_processing_prefs", """{"exclude_keywords": ["livraison"]}""", DecisionReason.ExcludedKeyword)]
    [InlineData("/api/test/update_processing_prefs", """{"exclude_keywords": ["livraison"]}""", DecisionReason.ExcludedKeyword)]
    [InlineData("/api/update_polling_config", """{"sender_of_interest_for_polling": ["other@example.test"]}""", DecisionReason.SenderNotAllowed)]
    [InlineData("/api/webhooks/config", """{"webhook_sending_enabled": false}""", DecisionReason.SendingDisabled)]
    [InlineData("/api/test/update_webhook_config", """{"webhook_sending_enabled": false}""", DecisionReason.SendingDisabled)]
    public async Task A_change_is_obeyed_on_the_next_mail(string path, string change, DecisionReason reason)
    {
        await using var app = await TestApp.StartSignedInAsync();
        app.Client.DefaultRequestHeaders.Add("X-API-Key", TestApp.TestKey);
        Assert.Equal(DecisionReason.Deliver, await DecideAsync(app));

        var (status, _) = await app.Client.PostTextAsync(path, change);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(reason, await DecideAsync(app));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_start_on_the_references_own_files_shows_what_they_say()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder, "webhook_config", """
            {"webhook_url": "https://old.example.test/key", "presence_flag": true, "presence_true_url": "tok@hook.eu2.make.com",
             "webhook_ssl_verify": false, "webhook_sending_enabled": true, "webhook_time_start": "9h00", "webhook_time_end": "19h00"}
            """);
        await WriteAsync(folder, "webhook_time_window", """{"start": "11h30", "end": "17h30"}""");
        await WriteAsync(folder, "polling_config", """
            {"active_days": [0, 2], "active_start_hour": 8, "active_end_hour": 20, "enable_subject_group_dedup": false,
             "sender_of_interest_for_polling": ["old@example.test"], "vacation_start": "2026-12-20", "vacation_end": "2027-01-03", "enable_polling": false}
            """);
        await WriteAsync(folder, "processing_prefs", """
            {"exclude_keywords": ["stop"], "require_attachments": true, "max_email_size_mb": 25, "sender_priority": {"old@example.test": "high"},
             "retry_count": 2, "retry_delay_sec": 5, "webhook_timeout_sec": 60, "rate_limit_per_hour": 20, "notify_on_failure": true, "mirror_media_to_custom": false}
            """);
        await WriteAsync(folder, "runtime_flags", """{"disable_email_id_dedup": true, "allow_custom_webhook_without_links": true}""");
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder.FullPath });

        await AssertAsync(app, "/api/webhooks/config", "config", """
            {"webhook_url": "https://old.example.test/***", "presence_flag": true, "presence_true_url": "https://hook.eu2.make.com/***",
             "webhook_ssl_verify": false, "webhook_sending_enabled": true, "webhook_time_start": "11h30", "webhook_time_end": "17h30"}
            """);
        await AssertAsync(app, "/api/get_polling_config", "config", """
            {"active_days": [0, 2], "active_start_hour": 8, "active_end_hour": 20, "enable_subject_group_dedup": false,
             "sender_of_interest_for_polling": ["old@example.test"], "vacation_start": "2026-12-20", "vacation_end": "2027-01-03", "enable_polling": false,
             "timezone": "Europe/Paris"}
            """);
        await AssertAsync(app, "/api/processing_prefs", "prefs", await File.ReadAllTextAsync(folder.File("processing_prefs.json"), TestContext.Current.CancellationToken));
        await AssertAsync(app, "/api/get_runtime_flags", "flags", """{"disable_email_id_dedup": true, "allow_custom_webhook_without_links": true}""");
        var (_, window) = await app.Client.GetJsonAsync("/api/get_webhook_time_window");
        Assert.Equal(("11h30", "17h30"), ((string?)window["webhooks_time_start"], (string?)window["webhooks_time_end"]));
        app.Log.AssertNoWarnings(expectedTexts: ["WEBHOOK_SSL_VERIFY is off"]);
    }

    private static Task WriteAsync(TempFolder folder, string document, string content) =>
        File.WriteAllTextAsync(folder.File($"{document}.json"), content, TestContext.Current.CancellationToken);

    private static async Task AssertAsync(TestApp app, string path, string field, string expected)
    {
        var (_, json) = await app.Client.GetJsonAsync(path);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), json[field]), json.ToJsonString());
    }

    private static async Task<DecisionReason> DecideAsync(TestApp app) =>
        (await app.Get<IEmailPreviewer>().PreviewAsync(Offer, TestContext.Current.CancellationToken)).Decision.Reason;
}
