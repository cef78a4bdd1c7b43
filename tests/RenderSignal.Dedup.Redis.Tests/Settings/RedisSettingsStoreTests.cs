using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSettingsStoreTests : RedisTest
{
    private const string Preferences = "r:ss:processing_prefs:v1";
    private const string Flags = "r:ss:runtime_flags:v1";
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_config")]
    [InlineData(SettingsDocument.WebhookTimeWindow, "webhook_time_window")]
    [InlineData(SettingsDocument.PollingConfig, "polling_config")]
    [InlineData(SettingsDocument.ProcessingPrefs, "processing_prefs")]
    [InlineData(SettingsDocument.RuntimeFlags, "runtime_flags")]
    public async Task Each_document_is_a_string_of_the_reference_s_name_and_a_copy_in_the_data_folder(SettingsDocument document, string name)
    {
        await Run().Settings.UpdateAsync(document, content => content["é"] = "à", Cancellation);

        Assert.Equal("""{"é":"à"}""", (string?)await CommandAsync("GET", $"r:ss:{name}:v1"));
        Assert.Equal("""{"é":"à"}""", ReadFile(name)?.ToJsonString(Unescaped));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_the_reference_wrote_is_obeyed_and_its_unknown_fields_are_kept()
    {
        await CommandAsync("SET", Preferences, """{"exclude_keywords": ["\u00e9t\u00e9"], "retry_count": 3, "mine": {"x": 2.50}}""");
        var app = Run();
        Assert.Equal((3, "été"), await InForceAsync(app));

        await app.Settings.UpdateAsync(SettingsDocument.ProcessingPrefs, content => content["retry_count"] = 4, Cancellation);

        Assert.Equal("""{"exclude_keywords":["été"],"retry_count":4,"mine":{"x":2.50}}""", (string?)await CommandAsync("GET", Preferences));
        Assert.Equal((4, "été"), await InForceAsync(app));
        Log.AssertNoWarnings();

        async Task<(int RetryCount, string Keyword)> InForceAsync(RedisApp app)
        {
            var preferences = (await app.SettingsInForce.GetAsync(Cancellation)).Preferences;
            return (preferences.RetryCount, Assert.Single(preferences.ExcludeKeywords));
        }
    }

    [Fact]
    public async Task What_one_server_changes_another_one_obeys_at_once()
    {
        var (changing, polling) = (Run(), RunElsewhere());
        Assert.False((await polling.SettingsInForce.GetAsync(Cancellation)).Flags.DisableEmailIdDedup);

        foreach (var isOn in new[] { true, false, true })
        {
            await changing.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["disable_email_id_dedup"] = isOn, Cancellation);
            Assert.Equal(isOn, (await polling.SettingsInForce.GetAsync(Cancellation)).Flags.DisableEmailIdDedup);
        }

        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Two_servers_at_once_lose_no_field_of_each_other()
    {
        RedisApp[] apps = [Run(), RunElsewhere()];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () => await apps[i % 2].Settings.UpdateAsync(SettingsDocument.RuntimeFlags, content => content[$"field {i}"] = i, Cancellation),
            Cancellation)));

        Assert.Equal(40, (await apps[0].Settings.ReadAsync(SettingsDocument.RuntimeFlags, Cancellation))?.Count);
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_change_that_another_one_came_before_is_made_again_on_its_outcome()
    {
        await using var other = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var calls = 0;

        var written = await Run().Settings.UpdateAsync(
            SettingsDocument.RuntimeFlags,
            content =>
            {
                content["ours"] = ++calls;
                if (calls == 1)
                {
                    other.GetDatabase().StringSet(Flags, """{"theirs":true}""");
                }
            },
            Cancellation);

        Assert.Equal("""{"theirs":true,"ours":2}""", written.ToJsonString());
        Assert.Equal("""{"theirs":true,"ours":2}""", (string?)await CommandAsync("GET", Flags));
        Assert.Equal("""{"theirs":true,"ours":2}""", ReadFile("runtime_flags")?.ToJsonString());
    }

    [Fact]
    public async Task A_change_that_others_always_come_before_is_given_up_in_words()
    {
        await using var other = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var calls = 0;

        var exception = await Assert.ThrowsAsync<IOException>(async () => await Run().Settings.UpdateAsync(
            SettingsDocument.RuntimeFlags, _ => other.GetDatabase().StringSet(Flags, $$"""{"theirs":{{++calls}}}"""), Cancellation));

        Assert.Equal($"The key {Flags} on Redis was changed by others {calls} times while a change was made; nothing was stored. Try again.", exception.Message);
        Assert.Equal($$"""{"theirs":{{calls}}}""", (string?)await CommandAsync("GET", Flags));
        Log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("SET", "{\"a\": 1", "is not JSON: ")]
    [InlineData("SET", "", "is not JSON: ")]
    [InlineData("SET", "null", "holds no JSON object.")]
    [InlineData("SET", "[]", "holds no JSON object.")]
    [InlineData("SET", "{\"a\": 1, \"a\": 2}", "is not JSON: ")]
    [InlineData("RPUSH", "an element", "is no string.")]
    public async Task What_is_no_JSON_object_is_refused_with_the_key_s_name_never_overwritten_and_no_outage(string command, string content, string problem)
    {
        var app = Run();
        await app.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["a"] = 1, Cancellation);
        await CommandAsync("DEL", Flags);
        await CommandAsync(command, Flags, content);
        var stored = await DumpAsync();

        var refused = await Assert.ThrowsAsync<SettingsDocumentException>(async () => await app.Settings.ReadAsync(SettingsDocument.RuntimeFlags, Cancellation));
        await Assert.ThrowsAsync<SettingsDocumentException>(async () => await app.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, _ => { }, Cancellation));
        WriteFile("polling_config", "{}");
        await app.StartAsync();
        await WaitForMessageAsync("1 entries that Redis at");

        Assert.StartsWith($"The key {Flags} on Redis {problem}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("or delete the key", refused.Message, StringComparison.Ordinal);
        Assert.Equal(stored, await DumpAsync());
        Assert.Equal("""{"a":1}""", ReadFile("runtime_flags")?.ToJsonString());
        Log.AssertNoWarnings();

        async Task<string?> DumpAsync() => Convert.ToHexString((byte[])(await CommandAsync("DUMP", Flags))!);
    }

    [Fact]
    public async Task A_site_that_begins_with_Redis_takes_its_documents_along_at_the_start()
    {
        WriteFile("processing_prefs", """{"retry_count": 7}""");
        WriteFile("polling_config", "no JSON");

        await Run().StartAsync();
        await WaitForMessageAsync("Redis had no processing_prefs and was given the local copy, as r:ss:processing_prefs:v1.");

        Assert.Equal("""{"retry_count":7}""", (string?)await CommandAsync("GET", Preferences));
        Assert.Equal(7, (await RunElsewhere().SettingsInForce.GetAsync(Cancellation)).Preferences.RetryCount);
        Assert.False((bool)await CommandAsync("EXISTS", "r:ss:polling_config:v1"));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_document_that_was_not_there_at_the_start_is_taken_along_when_it_is_read_or_changed()
    {
        var app = Run();
        Assert.Null(await app.Settings.ReadAsync(SettingsDocument.ProcessingPrefs, Cancellation));
        WriteFile("processing_prefs", """{"retry_count": 7}""");
        WriteFile("runtime_flags", """{"a": 1}""");

        Assert.Equal("""{"retry_count":7}""", (await app.Settings.ReadAsync(SettingsDocument.ProcessingPrefs, Cancellation))?.ToJsonString());
        await WaitForMessageAsync("Redis had no processing_prefs");
        await app.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["b"] = 2, Cancellation);

        Assert.Equal("""{"retry_count":7}""", (string?)await CommandAsync("GET", Preferences));
        Assert.Equal("""{"a":1,"b":2}""", (string?)await CommandAsync("GET", Flags));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_document_that_Redis_has_wins_over_the_local_one()
    {
        WriteFile("processing_prefs", """{"retry_count": 7}""");
        await CommandAsync("SET", Preferences, """{"retry_count": 3}""");
        var app = Run();

        await app.StartAsync();

        Assert.Equal(3, (await app.SettingsInForce.GetAsync(Cancellation)).Preferences.RetryCount);
        Assert.Equal("""{"retry_count": 3}""", (string?)await CommandAsync("GET", Preferences));
        Assert.Equal("""{"retry_count":3}""", ReadFile("processing_prefs")?.ToJsonString());
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_document_that_Redis_lost_comes_back_from_the_copy()
    {
        var app = Run();
        await app.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["a"] = 1, Cancellation);
        await CommandAsync("DEL", Flags);

        Assert.Equal("""{"a":1}""", (await app.Settings.ReadAsync(SettingsDocument.RuntimeFlags, Cancellation))?.ToJsonString());

        await WaitForMessageAsync("Redis had no runtime_flags and was given the local copy");
        Assert.Equal("""{"a":1}""", (string?)await CommandAsync("GET", Flags));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_copy_is_written_only_when_the_document_changed()
    {
        var longAgo = DateTime.UnixEpoch;
        var app = Run();
        await app.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["a"] = 1, Cancellation);
        File.SetLastWriteTimeUtc(PathOf("runtime_flags"), longAgo);

        await app.SettingsInForce.GetAsync(Cancellation);
        await app.SettingsInForce.GetAsync(Cancellation);
        await Run().SettingsInForce.GetAsync(Cancellation);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(PathOf("runtime_flags")));

        await CommandAsync("SET", Flags, """{"a":2}""");
        await app.SettingsInForce.GetAsync(Cancellation);
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(PathOf("runtime_flags")));
        Assert.Equal("""{"a":2}""", ReadFile("runtime_flags")?.ToJsonString());
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_told_once_and_what_is_on_Redis_is_obeyed()
    {
        WriteFile("processing_prefs", "no JSON");
        await CommandAsync("SET", Preferences, """{"retry_count": 3}""");
        var app = Run();

        for (var mail = 0; mail < 3; mail++)
        {
            Assert.Equal(3, (await app.SettingsInForce.GetAsync(Cancellation)).Preferences.RetryCount);
        }

        var warning = Assert.Single(Log.Records, record => record.Level >= LogLevel.Warning).Message;
        Assert.StartsWith($"The local copy of processing_prefs could not be written: {PathOf("processing_prefs")} is not JSON", warning, StringComparison.Ordinal);

        File.Delete(PathOf("processing_prefs"));
        await app.SettingsInForce.GetAsync(Cancellation);
        Assert.Equal("""{"retry_count":3}""", ReadFile("processing_prefs")?.ToJsonString());
    }

    private string PathOf(string name) => Data.File($"{name}.json");

    private void WriteFile(string name, string content) => File.WriteAllText(PathOf(name), content);

    private JsonNode? ReadFile(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)));
}
