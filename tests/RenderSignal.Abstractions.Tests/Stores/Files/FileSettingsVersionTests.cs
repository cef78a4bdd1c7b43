namespace RenderSignal.Abstractions.Tests;

public sealed class FileSettingsVersionTests() : SettingsVersionContract<StoreHost>(new())
{
    [Fact]
    public async Task The_order_of_fields_and_the_way_they_are_written_make_no_difference_but_a_value_does()
    {
        var versions = new List<string>();
        foreach (var content in (string[])
            [
                """{"exclude_keywords": ["é", "b"], "sender_priority": {"a@b.test": "high", "c@d.test": "low"}}""",
                """{ "sender_priority":{"c@d.test":"low","a@b.test":"high"},  "exclude_keywords":["\u00e9","b"] }""",
                """{"exclude_keywords": ["b", "é"], "sender_priority": {"a@b.test": "high", "c@d.test": "low"}}""",
                """{"exclude_keywords": ["é", "b"], "sender_priority": {"a@b.test": "high", "c@d.test": "high"}}""",
            ])
        {
            Host.Put("processing_prefs.json", content);
            versions.Add(await Host.Editor.GetVersionAsync(SettingsDocument.ProcessingPrefs, Token));
        }

        Assert.Equal(versions[0], versions[1]);
        Assert.Equal(3, versions.Distinct().Count());
    }

    [Fact]
    public async Task A_file_that_was_changed_by_hand_has_another_version()
    {
        var version = (await Host.Editor.ChangeAsync(SettingsDocument.RuntimeFlags, new() { ["disable_email_id_dedup"] = true }, Token)).Version;
        Host.Put("runtime_flags.json", """{"disable_email_id_dedup": false}""");

        await Assert.ThrowsAsync<SettingsConflictException>(
            () => Host.Editor.ChangeAsync(SettingsDocument.RuntimeFlags, new() { ["allow_custom_webhook_without_links"] = true }, version, Token));
    }

    [Fact]
    public async Task A_document_of_the_reference_keeps_its_version_when_a_change_says_what_it_says()
    {
        Host.Put("webhook_config.json", """{"presence_flag": true, "webhook_time_start": "10h00", "webhook_time_end": "11h00"}""");
        var version = await Host.Editor.GetVersionAsync(SettingsDocument.WebhookConfig, Token);

        var change = await Host.Editor.ChangeAsync(SettingsDocument.WebhookConfig, new() { ["presence_flag"] = true }, version, Token);

        Assert.Equal(version, change.Version);
    }

    [Fact]
    public async Task A_document_that_is_no_JSON_has_no_version()
    {
        Host.Put("runtime_flags.json", "oops");

        await Assert.ThrowsAsync<SettingsDocumentException>(() => Host.Editor.GetVersionAsync(SettingsDocument.RuntimeFlags, Token));
        await Assert.ThrowsAsync<SettingsDocumentException>(
            () => Host.Editor.CheckAsync(SettingsDocument.RuntimeFlags, new() { ["disable_email_id_dedup"] = true }, Token));
    }
}
