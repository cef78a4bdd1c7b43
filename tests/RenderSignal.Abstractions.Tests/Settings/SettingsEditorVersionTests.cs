using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What the editor tells of a change, and what it finds out without one.</summary>
public sealed class SettingsEditorVersionTests : SettingsEditorTest
{
    [Fact]
    public async Task A_document_that_is_another_one_now_is_told_with_its_version_and_one_that_is_the_same_is_not()
    {
        var before = Host.Feed.LastId;
        await ChangeAsync(SettingsDocument.PollingConfig, """{"enable_polling": false}""");
        await ChangeAsync(SettingsDocument.PollingConfig, """{"enable_polling": false}""");
        await ChangeAsync(SettingsDocument.RuntimeFlags, """{"unknown": false}""");
        await ChangeAsync(SettingsDocument.WebhookConfig, """{"presence_flag": true, "webhook_time_start": "9h00", "webhook_time_end": "17h00"}""");
        await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_time_start": "9h30", "webhook_time_end": "17h00"}""");

        var told = await Host.Feed.ReadAsync(before, Token).Take(4).ToListAsync(Token);

        Assert.All(told, occurred => Assert.Equal((ActivityEventType.Settings, null, null), (occurred.Type, occurred.Email, occurred.Delivery)));
        Assert.Equal(
            [SettingsDocument.PollingConfig, SettingsDocument.WebhookConfig, SettingsDocument.WebhookTimeWindow, SettingsDocument.WebhookTimeWindow],
            told.Select(occurred => occurred.Document));
        Assert.Equal(await Host.Editor.GetVersionAsync(SettingsDocument.WebhookTimeWindow, Token), told[3].Version);
        Assert.Equal(told[3].Id, Host.Feed.LastId);
    }

    [Fact]
    public async Task A_change_that_is_refused_is_not_told()
    {
        var before = Host.Feed.LastId;

        await Assert.ThrowsAsync<SettingsRejectedException>(() => ChangeAsync(SettingsDocument.RuntimeFlags, """{"disable_email_id_dedup": 2}"""));
        await Assert.ThrowsAsync<SettingsConflictException>(
            () => Host.Editor.ChangeAsync(SettingsDocument.RuntimeFlags, Parse("""{"disable_email_id_dedup": false}"""), "0123456789abcdef", Token));

        Assert.Equal(before, Host.Feed.LastId);
        Assert.DoesNotContain(Host.Messages, logged => logged.StartsWith("Settings changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_window_among_the_webhooks_goes_by_the_version_of_the_webhooks()
    {
        var version = await Host.Editor.GetVersionAsync(SettingsDocument.WebhookConfig, Token);
        await ChangeAsync(SettingsDocument.WebhookTimeWindow, """{"start": "10h00", "end": "11h00"}""");
        const string fields = """{"presence_flag": true, "webhook_time_start": "9h00", "webhook_time_end": "17h00"}""";

        var change = await Host.Editor.ChangeAsync(SettingsDocument.WebhookConfig, Parse(fields), version, Token);
        Assert.Equal("9h00", change.Settings.Webhooks.Window.StartText);

        await Assert.ThrowsAsync<SettingsConflictException>(
            () => Host.Editor.ChangeAsync(SettingsDocument.WebhookConfig, Parse(fields.Replace("9h00", "8h00", StringComparison.Ordinal)), version, Token));
        Assert.Equal("9h00", (await Host.Settings.GetAsync(Token)).Webhooks.Window.StartText);
    }

    [Theory]
    [InlineData(SettingsDocument.WebhookConfig, """{"webhook_url": "https://new.example.test/x", "webhook_ssl_verify": null, "presence_true_url": "tok"}""")]
    [InlineData(SettingsDocument.WebhookConfig, """{"presence_flag": true, "webhook_time_start": "9h00", "webhook_time_end": "17h00"}""")]
    [InlineData(SettingsDocument.WebhookTimeWindow, """{"start": "", "end": null}""")]
    [InlineData(SettingsDocument.PollingConfig, """{"active_days": "1, 3,x", "vacation_start": null, "vacation_end": null, "sender_of_interest_for_polling": null}""")]
    [InlineData(SettingsDocument.ProcessingPrefs, """{"retry_count": 3, "sender_priority": {"A@B.test": "high"}}""")]
    [InlineData(SettingsDocument.RuntimeFlags, """{"allow_custom_webhook_without_links": true, "unknown": 1}""")]
    public async Task What_a_check_finds_is_what_the_change_leads_to(SettingsDocument document, string fields)
    {
        await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_ssl_verify": true}""");
        await ChangeAsync(SettingsDocument.PollingConfig, """{"enable_polling": false, "sender_of_interest_for_polling": ["a@b.test"]}""");
        var before = await Host.Settings.GetAsync(Token);
        var version = await Host.Editor.GetVersionAsync(document, Token);

        var check = await Host.Editor.CheckAsync(document, Parse(fields), Token);
        Assert.Same(before, await Host.Settings.GetAsync(Token));
        Assert.Equal(version, await Host.Editor.GetVersionAsync(document, Token));
        var change = await Host.Editor.ChangeAsync(document, Parse(fields), version, Token);

        Assert.NotEqual(before, change.Settings);
        Assert.Equal(change.Settings.Webhooks, check.Settings.Webhooks);
        Assert.Equal(Texts(change.Settings), Texts(check.Settings));
        Assert.Equal(change.Remarks, check.Remarks);
        Assert.Equal(change.Version, check.Version);
    }

    [Fact]
    public async Task A_check_refuses_what_a_change_would_refuse()
    {
        var refused = await Assert.ThrowsAsync<SettingsRejectedException>(
            () => Host.Editor.CheckAsync(SettingsDocument.PollingConfig, Parse("""{"vacation_end": "2026-07-31"}"""), Token));

        Assert.Equal("vacation_end", refused.Field);
    }

    // Lists are compared by what is in them.
    private static (string Days, string Senders, LocalDate? Vacation, string Preferences, RuntimeFlags Flags) Texts(RenderSignalSettings settings) => (
        string.Join(',', settings.Polling.Schedule.ActiveDays),
        string.Join(',', settings.Polling.Senders),
        settings.Polling.Schedule.VacationStart,
        ProcessingPreferencesDocument.ToJson(settings.Preferences).ToJsonString(),
        settings.Flags);
}
