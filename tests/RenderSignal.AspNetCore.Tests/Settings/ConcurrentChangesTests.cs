using System.Net;
using System.Text.Json.Nodes;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class ConcurrentChangesTests
{
    private static readonly (string Path, string Shown, string Part, string Fields)[] Documents =
    [
        ("/api/processing_prefs", "/api/processing_prefs", "prefs", """
            {"exclude_keywords": ["x"], "exclude_keywords_recadrage": ["y"], "exclude_keywords_autorepondeur": ["z"], "require_attachments": true,
             "max_email_size_mb": 7, "sender_priority": {"a@b.test": "high"}, "retry_count": 3, "retry_delay_sec": 4, "webhook_timeout_sec": 5,
             "rate_limit_per_hour": 6, "notify_on_failure": true, "mirror_media_to_custom": false}
            """),
        ("/api/update_polling_config", "/api/get_polling_config", "config", """
            {"active_days": [1], "active_start_hour": 7, "active_end_hour": 20, "enable_subject_group_dedup": false, "enable_polling": false,
             "sender_of_interest_for_polling": ["a@b.test"], "vacation_start": "2026-12-20", "vacation_end": "2027-01-03"}
            """),
        ("/api/webhooks/config", "/api/webhooks/config", "config", """
            {"presence_flag": true, "webhook_ssl_verify": false, "webhook_sending_enabled": false}
            """),
        ("/api/update_runtime_flags", "/api/get_runtime_flags", "flags", """
            {"disable_email_id_dedup": true, "allow_custom_webhook_without_links": true}
            """),
    ];

    [Fact]
    public async Task Fifty_changes_at_once_by_two_clients_lose_no_field()
    {
        using var folder = new TempFolder();
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder.FullPath });
        var session = app.Client;
        using var other = app.NewClient();
        await app.SignInAsync(other);
        var changes = Documents.SelectMany(document => Fields(document.Fields).Select(field => (document.Path, Field: field))).ToList();
        Assert.Equal(25, changes.Count);

        // The second client goes the other way round, so that both meet in the same document.
        var posts = changes.Select(change => PostAsync(session, change.Path, change.Field))
            .Concat(changes.AsEnumerable().Reverse().Select(change => PostAsync(other, change.Path, change.Field)));
        var statuses = await Task.WhenAll(posts);

        Assert.Equal(50, statuses.Count(status => status == HttpStatusCode.OK));
        foreach (var document in Documents)
        {
            var shown = (await session.GetJsonAsync(document.Shown)).Json[document.Part]!;
            Assert.All(Fields(document.Fields), field => Assert.True(JsonNode.DeepEquals(field.Value, shown[field.Key]), shown.ToJsonString()));
        }

        app.Log.AssertNoWarnings();
    }

    private static JsonObject Fields(string fields) => JsonNode.Parse(fields)!.AsObject();

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, KeyValuePair<string, JsonNode?> field) =>
        (await client.PostJsonAsync(path, new JsonObject { [field.Key] = field.Value?.DeepClone() })).Status;
}
