using System.Net;
using System.Text.Json.Nodes;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class DocumentRoutesTests
{
    private const string Secret = "secret-token";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_documents_are_told_with_every_field_and_a_version()
    {
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RECADRAGE_MAKE_WEBHOOK_URL"] = Secret });

        var (status, json) = await app.Client.GetJsonAsync("/api/settings");

        Assert.Equal(HttpStatusCode.OK, status);
        var versions = json["versions"]!.AsObject();
        json.Remove("versions");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"success": true, "timezone": "Europe/Paris", "documents": {
                    "webhook_config": {"webhook_url": "https://custom.example.test/***", "presence_flag": false, "presence_true_url": null,
                        "presence_false_url": null, "recadrage_webhook_url": "https://hook.eu2.make.com/***", "autorepondeur_webhook_url": null,
                        "webhook_ssl_verify": true, "webhook_sending_enabled": true},
                    "webhook_time_window": {"start": null, "end": null},
                    "polling_config": {"active_days": [0, 1, 2, 3, 4], "active_start_hour": 9, "active_end_hour": 23, "enable_subject_group_dedup": true,
                        "sender_of_interest_for_polling": ["achats@example.test", "lot@example.test"], "vacation_start": null, "vacation_end": null,
                        "enable_polling": true},
                    "processing_prefs": {"exclude_keywords": [], "exclude_keywords_recadrage": [], "exclude_keywords_autorepondeur": [],
                        "require_attachments": false, "max_email_size_mb": null, "sender_priority": {}, "retry_count": 0, "retry_delay_sec": 2,
                        "webhook_timeout_sec": 30, "rate_limit_per_hour": 5, "notify_on_failure": false, "mirror_media_to_custom": true},
                    "runtime_flags": {"disable_email_id_dedup": false, "allow_custom_webhook_without_links": false}}}
                """),
            json), json.ToJsonString());
        Assert.Equal(json["documents"]!.AsObject().Select(document => document.Key), versions.Select(version => version.Key));
        foreach (var (name, fields) in json["documents"]!.AsObject())
        {
            var (_, alone, tag) = await app.Client.ReadDocumentAsync(name);
            Assert.True(JsonNode.DeepEquals(new JsonObject { ["success"] = true, ["document"] = name, ["version"] = (string?)versions[name], ["settings"] = fields!.DeepClone() }, alone));
            Assert.Equal($"\"{versions[name]}\"", tag);
        }

        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Entries_that_are_left_out_of_a_list_are_told_by_their_field()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (_, json, _) = await app.Client.ChangeDocumentAsync("polling_config", """{"sender_of_interest_for_polling": ["X@Y.test", "bad@", 3, null]}""");

        Assert.Equal("""{"sender_of_interest_for_polling":["bad@",3,null]}""", json["left_out"]!.ToJsonString());
        Assert.Single(json["remarks"]!.AsArray());
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_change_is_in_force_and_gives_another_version()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, before, tag) = await app.Client.ReadDocumentAsync("processing_prefs");

        var (status, json, newTag) = await app.Client.ChangeDocumentAsync("processing_prefs", """{"retry_count": 3, "mispelt": 1}""", tag);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((true, 3), ((bool)json["success"]!, (int)json["settings"]!["retry_count"]!));
        Assert.Equal("[]", json["settings"]!["exclude_keywords_recadrage"]!.ToJsonString());
        Assert.Equal(["mispelt is no setting of processing_prefs and was ignored."], json["remarks"]!.AsArray().Select(remark => (string?)remark));
        Assert.Equal("{}", json["left_out"]!.ToJsonString());
        Assert.NotEqual((string?)before["version"], (string?)json["version"]);
        Assert.Equal($"\"{json["version"]}\"", newTag);
        Assert.Equal(newTag, (await app.Client.ReadDocumentAsync("processing_prefs")).Tag);
        Assert.Equal(3, (await app.Get<ISettingsReader>().GetAsync(Token)).Preferences.RetryCount);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"unknown": 1}""")]
    public async Task Without_a_field_of_the_document_the_answer_says_that_nothing_was_changed(string fields)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, before, _) = await app.Client.ReadDocumentAsync("processing_prefs");

        var (status, json, _) = await app.Client.ChangeDocumentAsync("processing_prefs", fields);

        Assert.Equal((HttpStatusCode.OK, "Nothing was changed: no field of processing_prefs was sent."), (status, (string?)json["message"]));
        Assert.Equal((string?)before["version"], (string?)json["version"]);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("*")]
    public async Task Who_has_the_version_already_gets_no_content_until_it_is_another(string ifNoneMatch)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, _, tag) = await app.Client.ReadDocumentAsync("runtime_flags");
        var header = ifNoneMatch.Replace("{0}", tag, StringComparison.Ordinal);

        using var same = await GetUnlessAsync(app, header);
        Assert.Equal((HttpStatusCode.NotModified, tag, ""), (same.StatusCode, same.Headers.ETag?.Tag, await same.TextAsync()));

        await app.Client.ChangeDocumentAsync("runtime_flags", """{"disable_email_id_dedup": true}""");
        using var other = await GetUnlessAsync(app, header);
        Assert.Equal(ifNoneMatch == "*" ? HttpStatusCode.NotModified : HttpStatusCode.OK, other.StatusCode);
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("no tag")]
    public async Task A_version_that_nobody_knows_gets_the_content(string ifNoneMatch)
    {
        await using var app = await TestApp.StartSignedInAsync();

        using var answer = await GetUnlessAsync(app, ifNoneMatch);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_of_an_older_version_is_refused_with_what_is_in_force()
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, _, tag) = await app.Client.ReadDocumentAsync("webhook_config");
        await app.Client.ChangeDocumentAsync("webhook_config", $$"""{"webhook_url": "https://new.example.test/{{Secret}}"}""", tag);

        var (status, json, current) = await app.Client.ChangeDocumentAsync("webhook_config", """{"presence_flag": true}""", tag);

        Assert.Equal((HttpStatusCode.PreconditionFailed, false), (status, (bool)json["success"]!));
        Assert.Equal(["success", "message", "document", "version", "settings"], json.Select(field => field.Key));
        Assert.Equal(("webhook_config", "https://new.example.test/***"), ((string?)json["document"], (string?)json["settings"]!["webhook_url"]));
        Assert.Equal($"\"{json["version"]}\"", current);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.ChangeDocumentAsync("webhook_config", """{"presence_flag": true}""", current)).Status);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Of_twenty_editors_who_change_one_version_at_once_one_succeeds()
    {
        using var folder = new TempFolder();
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder.FullPath });
        var (_, _, tag) = await app.Client.ReadDocumentAsync("processing_prefs");

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(
            limit => app.Client.ChangeDocumentAsync("processing_prefs", $$"""{"rate_limit_per_hour": {{limit + 100}}}""", tag)));

        var stored = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Except([stored]), answer => Assert.Equal((HttpStatusCode.PreconditionFailed, stored.Tag), (answer.Status, answer.Tag)));
        var (_, now, _) = await app.Client.ReadDocumentAsync("processing_prefs");
        Assert.True(JsonNode.DeepEquals(stored.Json["settings"], now["settings"]));
        app.Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("\"other\", {0}")]
    public async Task Without_a_version_or_with_any_or_with_the_right_one_among_several_a_change_is_stored(string? ifMatch)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, _, tag) = await app.Client.ReadDocumentAsync("runtime_flags");

        var (status, json, _) = await app.Client.ChangeDocumentAsync(
            "runtime_flags", """{"disable_email_id_dedup": true}""", ifMatch?.Replace("{0}", tag, StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.OK, true), (status, (bool)json["settings"]!["disable_email_id_dedup"]!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("0123456789abcdef")]
    [InlineData("W/\"0123456789abcdef\"")]
    [InlineData("\"a\" \"b\"")]
    public async Task A_version_that_cannot_be_read_is_told_how_to_write_it(string ifMatch)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json, _) = await app.Client.ChangeDocumentAsync("runtime_flags", """{"disable_email_id_dedup": true}""", ifMatch);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith($"If-Match is '{ifMatch}': send the version", (string?)json["message"], StringComparison.Ordinal);
        Assert.False((await app.Get<ISettingsReader>().GetAsync(Token)).Flags.DisableEmailIdDedup);
    }

    [Theory]
    [InlineData("processing_prefs", """{"retry_count": 11}""", "retry_count", "whole_number", "retry_count is 11: write a whole number from 0 to 10.")]
    [InlineData("webhook_config", """{"webhook_url": "http://plain.example.test/secret-token"}""", "webhook_url", "receiver_address", "webhook_url is http://plain.example.test/***: write")]
    [InlineData("webhook_config", """{"webhook_time_start": "9h00", "webhook_time_end": "17h00"}""", "webhook_time_start", null, "webhook_time_start is no field of webhook_config here: write start and end in webhook_time_window")]
    [InlineData("webhook_time_window", """{"start": "9h00"}""", "end", "window_side_missing", "end is missing")]
    [InlineData("polling_config", """{"vacation_start": "2027-01-03"}""", "vacation_end", "vacation_side_missing", "vacation_end is missing")]
    [InlineData("polling_config", """{"vacation_start": "2027-01-03", "vacation_end": "2026-12-20"}""", "vacation_end", "vacation_ends_before_start", "vacation_end is before vacation_start")]
    [InlineData("runtime_flags", """["disable_email_id_dedup"]""", null, null, "The body is no JSON object")]
    public async Task What_cannot_be_obeyed_is_told_with_its_field(string document, string fields, string? field, string? code, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();
        var (_, before, _) = await app.Client.ReadDocumentAsync(document);

        var (status, json, _) = await app.Client.ChangeDocumentAsync(document, fields);

        Assert.Equal((HttpStatusCode.BadRequest, false), (status, (bool)json["success"]!));
        Assert.Equal(["success", "message", "field", "expected"], json.Select(name => name.Key));
        Assert.Equal(field, (string?)json["field"]);
        Assert.Equal(code, (string?)json["expected"]?["code"]);
        Assert.StartsWith(message, (string?)json["message"], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, json.ToJsonString(), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(before, (await app.Client.ReadDocumentAsync(document)).Json));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_told_which_ones_do()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var read = await app.Client.ReadDocumentAsync("Webhook_Config");
        var changed = await app.Client.ChangeDocumentAsync("nothing", """{"presence_flag": true}""");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.Status, changed.Status));
        Assert.Equal(
            "There is no settings document 'Webhook_Config', only webhook_config, webhook_time_window, polling_config, processing_prefs, runtime_flags.",
            (string?)read.Json["message"]);
    }

    [Fact]
    public async Task A_change_is_told_on_the_stream_whichever_route_it_came_by()
    {
        await using var app = await TestApp.StartSignedInAsync();
        await using var events = await EventReader.OpenAsync(app.Client);

        var (_, first, _) = await app.Client.ChangeDocumentAsync("polling_config", """{"enable_polling": false}""");
        await app.Client.ChangeDocumentAsync("polling_config", """{"enable_polling": false}"""); // changes nothing
        await app.Client.PostTextAsync("/api/webhooks/config", """{"presence_flag": true, "webhook_time_start": "9h00", "webhook_time_end": "17h00"}""");
        var told = await events.TakeAsync(3);

        Assert.Equal(["settings", "settings", "settings"], told.Select(item => item.EventType));
        Assert.Equal($$"""{"document":"polling_config","version":"{{first["version"]}}"}""", told[0].Data);
        Assert.Equal(["webhook_config", "webhook_time_window"], told.Skip(1).Select(item => (string?)JsonNode.Parse(item.Data)!["document"]));
        Assert.Equal((await app.Client.ReadDocumentAsync("webhook_time_window")).Tag, $"\"{JsonNode.Parse(told[2].Data)!["version"]}\"");
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_document_that_is_broken_on_the_disk_is_said_and_not_written_over()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("runtime_flags.json"), "oops", Token);
        await using var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder.FullPath });

        var read = await app.Client.ReadDocumentAsync("runtime_flags");
        var changed = await app.Client.ChangeDocumentAsync("runtime_flags", """{"disable_email_id_dedup": true}""", "\"0123456789abcdef\"");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (read.Status, changed.Status));
        Assert.Contains("runtime_flags.json is not JSON", (string?)read.Json["message"], StringComparison.Ordinal);
        Assert.Equal("oops", await File.ReadAllTextAsync(folder.File("runtime_flags.json"), Token));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.ReadDocumentAsync("polling_config")).Status);
    }

    private static Task<HttpResponseMessage> GetUnlessAsync(TestApp app, string ifNoneMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/settings/runtime_flags");
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return app.Client.SendAsync(request, Token);
    }
}
