using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class SettingsEditorTests : SettingsEditorTest
{
    [Fact]
    public async Task Webhooks_are_changed_field_by_field_and_hooks_are_written_out()
    {
        await ChangeAsync(SettingsDocument.WebhookConfig, """{"presence_flag": "yes", "presence_false_url": "tok-1"}""");
        var settings = await ChangeAsync(
            SettingsDocument.WebhookConfig,
            """
            {"webhook_url": " https://new.example.test/x ", "recadrage_webhook_url": "tok-2@hook.eu1.make.com",
             "autorepondeur_webhook_url": "https://hook.eu2.make.com/tok-3", "webhook_ssl_verify": true, "webhook_sending_enabled": false}
            """);

        Assert.Equal(
            Environment.Webhooks with
            {
                Url = "https://new.example.test/x",
                PresenceFlag = true,
                PresenceFalseUrl = "https://hook.eu2.make.com/tok-1",
                RecadrageMakeUrl = "https://hook.eu1.make.com/tok-2",
                DesaboMakeUrl = "https://hook.eu2.make.com/tok-3",
                SslVerify = true,
                SendingEnabled = false,
            },
            settings.Webhooks);
        Assert.Contains("Settings changed: webhook_config: presence_flag, presence_false_url", Host.Messages);
    }

    [Fact]
    public async Task Polling_is_changed_field_by_field()
    {
        await ChangeAsync(SettingsDocument.PollingConfig, """{"enable_polling": false, "active_start_hour": 22, "active_end_hour": "6"}""");
        var settings = await ChangeAsync(
            SettingsDocument.PollingConfig,
            """{"sender_of_interest_for_polling": "A@B.test, c@d.test", "enable_subject_group_dedup": false, "active_days": [0, 6], "vacation_start": "2026-08-10"}""");

        var polling = settings.Polling;
        Assert.Equal((false, false), (polling.Enabled, polling.SubjectGroupDedup));
        Assert.Equal((22, 6), (polling.Schedule.StartHour, polling.Schedule.EndHour));
        Assert.Equal(["a@b.test", "c@d.test"], polling.Senders);
        Assert.Equal([0, 6], polling.Schedule.ActiveDays);
        Assert.Equal((new LocalDate(2026, 8, 10), new LocalDate(2026, 8, 15)), (polling.Schedule.VacationStart, polling.Schedule.VacationEnd));
    }

    [Fact]
    public async Task Preferences_are_changed_field_by_field()
    {
        await ChangeAsync(SettingsDocument.ProcessingPrefs, """{"retry_count": 3, "exclude_keywords_recadrage": ["x"]}""");
        var settings = await ChangeAsync(SettingsDocument.ProcessingPrefs, """{"sender_priority": {"A@B.test": "high"}, "exclude_keywords_recadrage": []}""");

        Assert.Equal(3, settings.Preferences.RetryCount);
        Assert.Equal(SenderPriority.High, settings.Preferences.SenderPriorities["a@b.test"]);
        Assert.Empty(settings.Preferences.ExcludeKeywordsRecadrage);
    }

    [Fact]
    public async Task Flags_are_changed_field_by_field()
    {
        var settings = await ChangeAsync(SettingsDocument.RuntimeFlags, """{"allow_custom_webhook_without_links": true}""");

        Assert.Equal(new RuntimeFlags { DisableEmailIdDedup = true, AllowCustomWebhookWithoutLinks = true }, settings.Flags);
    }

    [Theory]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_url", "\"http://plain.example.test/secret-key\"", "webhook_url is http://plain.example.test/***: write an https address")]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_url", "\"ftp://x\"", "webhook_url is ftp://x/***")]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_url", "7", "webhook_url is ***")]
    [InlineData(SettingsDocument.WebhookConfig, "presence_true_url", "\"http://plain.example.test/secret-key\"", "presence_true_url is http://plain.example.test/***")]
    [InlineData(SettingsDocument.WebhookConfig, "recadrage_webhook_url", "\"https://\"", "recadrage_webhook_url is ***")]
    [InlineData(SettingsDocument.WebhookConfig, "presence_false_url", "\"secret-key@elsewhere.test\"", "presence_false_url is ***")]
    [InlineData(SettingsDocument.WebhookConfig, "presence_flag", "\"perhaps\"", "presence_flag is \"perhaps\": write true or false.")]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_ssl_verify", "[]", "webhook_ssl_verify is []")]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_time_start", "\"9h00\"", "webhook_time_end is missing")]
    [InlineData(SettingsDocument.WebhookTimeWindow, "start", "\"25h00\"", "start is \"25h00\": write a time like 09h30")]
    [InlineData(SettingsDocument.WebhookTimeWindow, "end", "\"18h00\"", "start is missing")]
    [InlineData(SettingsDocument.PollingConfig, "active_start_hour", "24", "active_start_hour is 24: write a whole number from 0 to 23.")]
    [InlineData(SettingsDocument.PollingConfig, "active_end_hour", "null", "active_end_hour is null")]
    [InlineData(SettingsDocument.PollingConfig, "active_days", "[7, \"x\"]", "active_days is [7,\"x\"]")]
    [InlineData(SettingsDocument.PollingConfig, "sender_of_interest_for_polling", "[\"nobody\"]", "sender_of_interest_for_polling is [\"nobody\"]")]
    [InlineData(SettingsDocument.PollingConfig, "vacation_end", "\"24/12/2026\"", "vacation_end is \"24/12/2026\": write a date like 2026-12-24")]
    [InlineData(SettingsDocument.ProcessingPrefs, "rate_limit_per_hour", "-1", "rate_limit_per_hour is -1")]
    [InlineData(SettingsDocument.ProcessingPrefs, "sender_priority", "{\"a@b.test\": \"urgent\"}", "sender_priority is")]
    [InlineData(SettingsDocument.RuntimeFlags, "disable_email_id_dedup", "2", "disable_email_id_dedup is 2")]
    public async Task A_change_with_a_field_that_cannot_be_understood_is_refused_by_name_and_nothing_is_stored(
        SettingsDocument document, string field, string json, string message)
    {
        const string good = """
            "webhook_sending_enabled": false, "enable_polling": false, "retry_count": 5, "allow_custom_webhook_without_links": true
            """;
        var before = await Host.Settings.GetAsync(Token);

        var refused = await Assert.ThrowsAsync<SettingsRejectedException>(() => ChangeAsync(document, $$"""{{{good}}, "{{field}}": {{json}}}"""));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(refused.Field, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($": write {refused.Expected}.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.Message, StringComparison.Ordinal);
        Assert.Same(before, await Host.Settings.GetAsync(Token));
        Assert.Null(await Host.SettingsStore.ReadAsync(document, Token));
        Assert.DoesNotContain(Host.Messages, logged => logged.StartsWith("Settings changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_window_among_the_webhooks_stores_none_of_them()
    {
        await Assert.ThrowsAsync<SettingsRejectedException>(
            () => ChangeAsync(SettingsDocument.WebhookConfig, """{"presence_flag": true, "webhook_time_start": "9h00", "webhook_time_end": "noon"}"""));

        Assert.Equal(Environment, await Host.Settings.GetAsync(Token));
    }

    [Fact]
    public async Task Null_takes_switches_days_and_senders_back_to_the_environment()
    {
        await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_ssl_verify": true}""");
        await ChangeAsync(SettingsDocument.PollingConfig, """{"enable_polling": false, "active_days": [1], "sender_of_interest_for_polling": []}""");
        await ChangeAsync(SettingsDocument.RuntimeFlags, """{"disable_email_id_dedup": false}""");
        Assert.Empty((await Host.Settings.GetAsync(Token)).Polling.Senders);

        await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_ssl_verify": null}""");
        await ChangeAsync(SettingsDocument.PollingConfig, """{"enable_polling": null, "active_days": null, "sender_of_interest_for_polling": null}""");
        await ChangeAsync(SettingsDocument.RuntimeFlags, """{"disable_email_id_dedup": null}""");

        Assert.Equal(Environment, await Host.Settings.GetAsync(Token));
    }

    [Theory]
    [InlineData(SettingsDocument.WebhookTimeWindow, "{}")]
    [InlineData(SettingsDocument.WebhookTimeWindow, """{"start": ""}""")]
    [InlineData(SettingsDocument.WebhookTimeWindow, """{"webhooks_time_start": "9h00", "webhooks_time_end": "17h00"}""")]
    [InlineData(SettingsDocument.WebhookConfig, """{"webhook_time_end": null}""")]
    public async Task A_window_of_which_a_side_is_not_told_stays_as_it_is(SettingsDocument document, string fields)
    {
        await ChangeAsync(SettingsDocument.WebhookTimeWindow, """{"start": "10h30", "end": "18h00"}""");

        var refused = await Assert.ThrowsAsync<SettingsRejectedException>(() => ChangeAsync(document, fields));

        Assert.Contains("is missing: write both sides", refused.Message, StringComparison.Ordinal);
        Assert.Equal("window_side_missing", refused.Expected?.Code);
        Assert.Equal("10h30", (await Host.Settings.GetAsync(Token)).Webhooks.Window.StartText);
    }

    [Theory]
    [InlineData(SettingsDocument.WebhookConfig, """{"webhook_time_start": "9h00", "webhook_time_end": "17:30"}""", "9h00", "17:30")]
    [InlineData(SettingsDocument.WebhookTimeWindow, """{"start": "9h00", "end": "17:30"}""", "9h00", "17:30")]
    [InlineData(SettingsDocument.WebhookConfig, """{"webhook_time_start": "", "webhook_time_end": null}""", null, null)]
    [InlineData(SettingsDocument.WebhookTimeWindow, """{"start": "", "end": null}""", null, null)]
    public async Task The_window_has_one_home_whichever_document_it_came_by(SettingsDocument document, string fields, string? start, string? end)
    {
        Host.Put("webhook_config.json", """{"presence_flag": true, "webhook_time_start": "10h00", "webhook_time_end": "11h00"}""");

        var settings = await ChangeAsync(document, fields);

        Assert.Equal(new TimeWindow(start, end), settings.Webhooks.Window);
        Assert.True(settings.Webhooks.PresenceFlag);
        var home = await Host.SettingsStore.ReadAsync(SettingsDocument.WebhookTimeWindow, Token);
        Assert.Equal((start, end), ((string?)home!["start"], (string?)home["end"]));

        var later = await ChangeAsync(SettingsDocument.WebhookTimeWindow, """{"start": "12h00", "end": "13h00"}""");
        Assert.Equal(new TimeWindow("12h00", "13h00"), later.Webhooks.Window);
    }

    [Theory]
    [InlineData("""{"vacation_start": "2026-12-24", "vacation_end": "2026-12-23"}""")]
    [InlineData("""{"vacation_start": "2026-08-16"}""")]
    [InlineData("""{"vacation_end": "2026-07-31"}""")]
    public async Task A_vacation_that_ends_before_it_starts_is_refused(string fields)
    {
        var refused = await Assert.ThrowsAsync<SettingsRejectedException>(() => ChangeAsync(SettingsDocument.PollingConfig, fields));

        Assert.Equal(("vacation_end", "vacation_ends_before_start"), (refused.Field, refused.Expected?.Code));
        Assert.Equal(Environment, await Host.Settings.GetAsync(Token));
    }

    [Fact]
    public async Task A_vacation_of_one_day_is_one_and_null_ends_it_whatever_the_environment_says()
    {
        var one = await ChangeAsync(SettingsDocument.PollingConfig, """{"vacation_start": "2026-12-24", "vacation_end": "2026-12-24"}""");
        Assert.True(one.Polling.Schedule.IsVacation(new LocalDate(2026, 12, 24)));

        var none = await ChangeAsync(SettingsDocument.PollingConfig, """{"vacation_start": null, "vacation_end": ""}""");
        Assert.Equal((null, null), (none.Polling.Schedule.VacationStart, none.Polling.Schedule.VacationEnd));
    }

    [Fact]
    public async Task A_vacation_in_disorder_from_another_hand_does_not_stand_in_the_way_of_other_fields()
    {
        Host.Put("polling_config.json", """{"vacation_start": "2026-12-24", "vacation_end": "2026-12-01"}""");

        var settings = await ChangeAsync(SettingsDocument.PollingConfig, """{"active_start_hour": 7}""");

        Assert.Equal(7, settings.Polling.Schedule.StartHour);
    }

    [Fact]
    public async Task Entries_of_a_list_that_cannot_be_understood_are_left_out_and_named()
    {
        var change = await Host.Editor.ChangeAsync(
            SettingsDocument.PollingConfig,
            Parse("""{"active_days": "1, 3,x,8", "sender_of_interest_for_polling": ["X@Y.test", "bad@", 3], "active_start_hour": 8}"""),
            Token);

        Assert.Equal([1, 3], change.Settings.Polling.Schedule.ActiveDays);
        Assert.Equal(["x@y.test"], change.Settings.Polling.Senders);
        Assert.Equal(
            [
                """sender_of_interest_for_polling is ["X@Y.test","bad@",3]: write a list of e-mail addresses.""",
                """active_days is "1, 3,x,8": write a list of weekdays, 0 (Monday) to 6 (Sunday).""",
            ],
            change.Remarks);
        Assert.Equal(
            ["sender_of_interest_for_polling: \"bad@\",3", "active_days: \"x\",\"8\""],
            change.LeftOut.Select(field => $"{field.Key}: {string.Join(',', field.Value.Select(entry => entry?.ToJsonString()))}"));
    }

    [Theory]
    [InlineData(SettingsDocument.WebhookConfig)]
    [InlineData(SettingsDocument.PollingConfig)]
    [InlineData(SettingsDocument.ProcessingPrefs)]
    [InlineData(SettingsDocument.RuntimeFlags)]
    public async Task Fields_that_the_document_does_not_know_change_nothing_and_are_named(SettingsDocument document)
    {
        var change = await Host.Editor.ChangeAsync(document, Parse("""{"unknown": {"a": 1}, "Webhook_Url": 7}"""), Token);

        Assert.Equal(Environment, change.Settings);
        Assert.Equal(
            [$"unknown is no setting of {document.StoredName()} and was ignored.", $"Webhook_Url is no setting of {document.StoredName()} and was ignored."],
            change.Remarks);
        Assert.Null(await Host.SettingsStore.ReadAsync(document, Token));
        Assert.DoesNotContain(Host.Messages, logged => logged.StartsWith("Settings changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_of_another_hand_stay_in_the_document()
    {
        Host.Put("runtime_flags.json", """{"a_flag_of_a_later_version": 1}""");
        Host.Put("processing_prefs.json", """{"a_preference_of_a_later_version": 1}""");

        await ChangeAsync(SettingsDocument.RuntimeFlags, """{"disable_email_id_dedup": false}""");
        await ChangeAsync(SettingsDocument.ProcessingPrefs, """{"retry_count": 1}""");

        Assert.Equal(1, (int?)(await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?["a_flag_of_a_later_version"]);
        Assert.Equal(1, (int?)(await Host.SettingsStore.ReadAsync(SettingsDocument.ProcessingPrefs, Token))?["a_preference_of_a_later_version"]);
    }

    [Fact]
    public async Task Writers_of_two_processes_lose_no_field_of_each_other()
    {
        await using var other = Host.Build();
        string[] preferences = ["retry_count", "retry_delay_sec", "webhook_timeout_sec", "rate_limit_per_hour", "max_email_size_mb"];
        string[] polling = ["active_start_hour", "active_end_hour"];

        await Task.WhenAll(
            preferences.Select((field, i) => ChangeAsync(Editor(i), SettingsDocument.ProcessingPrefs, field))
                .Concat(polling.Select((field, i) => ChangeAsync(Editor(i), SettingsDocument.PollingConfig, field))));

        var settings = await Host.Settings.GetAsync(Token);
        var prefs = settings.Preferences;
        Assert.Equal((7, 7, 7, 7, 7), (prefs.RetryCount, prefs.RetryDelaySec, prefs.WebhookTimeoutSec, prefs.RateLimitPerHour, prefs.MaxEmailSizeMb));
        Assert.Equal((7, 7), (settings.Polling.Schedule.StartHour, settings.Polling.Schedule.EndHour));

        ISettingsEditor Editor(int i) => i % 2 == 0 ? Host.Editor : other.GetRequiredService<ISettingsEditor>();

        static Task ChangeAsync(ISettingsEditor editor, SettingsDocument document, string field) =>
            Task.Run(() => editor.ChangeAsync(document, new JsonObject { [field] = 7 }, Token), Token);
    }

    [Fact]
    public async Task A_document_that_is_no_JSON_is_not_written_over()
    {
        await using var host = new StoreHost();
        host.Put("runtime_flags.json", "oops");

        await Assert.ThrowsAsync<SettingsDocumentException>(
            () => host.Editor.ChangeAsync(SettingsDocument.RuntimeFlags, Parse("""{"disable_email_id_dedup": true}"""), Token));

        Assert.Equal("oops", await File.ReadAllTextAsync(host.PathOf("runtime_flags.json"), Token));
    }
}
