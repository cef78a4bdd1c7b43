using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class SettingsReaderTests(ITestOutputHelper output)
{
    private static readonly RenderSignalSettings Environment = new()
    {
        Webhooks = new WebhookSettings
        {
            Url = "https://env.example.test/hook",
            PresenceTrueUrl = "https://env.example.test/presence",
            RecadrageMakeUrl = "https://env.example.test/recadrage",
            Window = new TimeWindow("8h00", "18h00"),
        },
        Polling = new PollingSettings { Senders = ["env@example.test"] },
        Preferences = new ProcessingPreferences { RetryCount = 1 },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_documents_the_options_are_in_force()
    {
        await using var host = Host();

        Assert.Equal(Environment, await host.Settings.GetAsync(Token));
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task Documents_win_field_by_field()
    {
        await using var host = Host();
        host.Put("webhook_config.json", """
            {"webhook_url": "https://new.example.test/x", "presence_flag": true, "presence_true_url": "tok-1@hook.eu1.make.com",
             "presence_false_url": "tok-2", "webhook_ssl_verify": false, "webhook_sending_enabled": false, "webhook_time_start": "9h00", "webhook_time_end": "17:30"}
            """);
        host.Put("polling_config.json", """
            {"active_days": [6, 0], "active_start_hour": 22, "active_end_hour": "6", "enable_subject_group_dedup": false,
             "sender_of_interest_for_polling": [" A@Example.test "], "vacation_start": "2026-12-20", "vacation_end": "2027-01-03", "enable_polling": false}
            """);
        host.Put("processing_prefs.json", """{"rate_limit_per_hour": 0, "exclude_keywords": [" stop "], "exclude_keywords_recadrage": ["x"]}""");
        host.Put("runtime_flags.json", """{"disable_email_id_dedup": true, "allow_custom_webhook_without_links": true}""");

        var settings = await host.Settings.GetAsync(Token);

        Assert.Empty(host.Warnings);
        Assert.Equal(
            new WebhookSettings
            {
                Url = "https://new.example.test/x",
                PresenceFlag = true,
                PresenceTrueUrl = "https://hook.eu1.make.com/tok-1",
                PresenceFalseUrl = "https://hook.eu2.make.com/tok-2",
                RecadrageMakeUrl = "https://env.example.test/recadrage",
                SslVerify = false,
                SendingEnabled = false,
                Window = new TimeWindow("9h00", "17:30"),
            },
            settings.Webhooks);
        Assert.Equal([6, 0], settings.Polling.Schedule.ActiveDays);
        Assert.Equal((22, 6), (settings.Polling.Schedule.StartHour, settings.Polling.Schedule.EndHour));
        Assert.Equal((new LocalDate(2026, 12, 20), new LocalDate(2027, 1, 3)), (settings.Polling.Schedule.VacationStart, settings.Polling.Schedule.VacationEnd));
        Assert.Equal(["a@example.test"], settings.Polling.Senders);
        Assert.False(settings.Polling.Enabled);
        Assert.False(settings.Polling.SubjectGroupDedup);
        Assert.Equal(["stop"], settings.Preferences.ExcludeKeywords);
        Assert.Equal(["x"], settings.Preferences.ExcludeKeywordsRecadrage);
        Assert.Equal((1, 0), (settings.Preferences.RetryCount, settings.Preferences.RateLimitPerHour));
        Assert.Equal(new RuntimeFlags { DisableEmailIdDedup = true, AllowCustomWebhookWithoutLinks = true }, settings.Flags);
    }

    [Fact]
    public async Task A_change_by_hand_or_by_the_store_is_in_force_at_once_and_so_is_its_removal()
    {
        await using var host = Host();
        Assert.Equal(1, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);

        host.Put("processing_prefs.json", """{"retry_count": 2}""");
        Assert.Equal(2, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);

        host.Put("processing_prefs.json", """{"retry_count": 3}""");
        Assert.Equal(3, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);

        await host.SettingsStore.UpdateAsync(SettingsDocument.ProcessingPrefs, document => document["retry_count"] = 4, Token);
        Assert.Equal(4, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);

        File.Delete(host.PathOf("processing_prefs.json"));
        Assert.Equal(1, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);
    }

    [Theory]
    [InlineData("webhook_config", "webhook_url", "\"http://plain.example.test/secret\"", "http://plain.example.test/***", "https address")]
    [InlineData("webhook_config", "presence_true_url", "\"a b/secret\"", "***", "TOKEN@hook.eu2.make.com")]
    [InlineData("webhook_config", "webhook_url", "[\"https://new.example.test/secret\"]", "***", "https address")]
    [InlineData("webhook_config", "webhook_sending_enabled", "\"maybe\"", "\"maybe\"", "true or false")]
    [InlineData("webhook_config", "presence_flag", "[]", "[]", "true or false")]
    [InlineData("webhook_config", "webhook_time_start", "\"25h00\"", "\"25h00\"", "09h30")]
    [InlineData("webhook_time_window", "end", "12", "12", "09h30")]
    [InlineData("polling_config", "active_start_hour", "24", "24", "0 to 23")]
    [InlineData("polling_config", "active_end_hour", "null", "null", "0 to 23")]
    [InlineData("polling_config", "active_days", "{}", "{}", "0 (Monday)")]
    [InlineData("polling_config", "active_days", "[7]", "[7]", "0 (Monday)")]
    [InlineData("polling_config", "sender_of_interest_for_polling", "[3, \"nobody\"]", "[3,\"nobody\"]", "e-mail addresses")]
    [InlineData("polling_config", "vacation_start", "\"24/12/2026\"", "\"24/12/2026\"", "2026-12-24")]
    [InlineData("processing_prefs", "retry_count", "11", "11", "0 to 10")]
    [InlineData("processing_prefs", "exclude_keywords", "\"x\"", "\"x\"", "list of texts")]
    [InlineData("runtime_flags", "disable_email_id_dedup", "2", "2", "true or false")]
    public async Task A_field_that_cannot_be_obeyed_leaves_the_options_in_force_and_is_told_once(
        string document, string field, string json, string shown, string advice)
    {
        await using var host = Host();
        host.Put($"{document}.json", $$"""{"{{field}}": {{json}}}""");

        var settings = await host.Settings.GetAsync(Token);
        await host.Settings.GetAsync(Token);

        Assert.Equal(Environment, settings);
        var warning = Assert.Single(host.Warnings);
        Assert.StartsWith($"{document}: {field} is {shown} and is not obeyed", warning, StringComparison.Ordinal);
        Assert.Contains(advice, warning, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_field_does_not_touch_the_good_ones_and_is_told_again_only_when_its_document_changes()
    {
        await using var host = Host();
        host.Put("processing_prefs.json", """{"retry_count": 99, "retry_delay_sec": 7}""");
        Assert.Equal(7, (await host.Settings.GetAsync(Token)).Preferences.RetryDelaySec);

        host.Put("runtime_flags.json", """{"disable_email_id_dedup": true}""");
        Assert.True((await host.Settings.GetAsync(Token)).Flags.DisableEmailIdDedup);
        Assert.Single(host.Warnings);

        host.Put("processing_prefs.json", """{"retry_count": 99, "retry_delay_sec": 8}""");
        Assert.Equal((1, 8), (await host.Settings.GetAsync(Token)).Preferences is var prefs ? (prefs.RetryCount, prefs.RetryDelaySec) : default);
        Assert.Equal(2, host.Warnings.Count);
    }

    [Fact]
    public async Task A_broken_file_keeps_its_last_good_content_and_is_told_once()
    {
        await using var host = Host();
        host.Put("processing_prefs.json", """{"retry_count": 5}""");
        await host.Settings.GetAsync(Token);

        host.Put("processing_prefs.json", """{"retry_count": 6,""");
        Assert.Equal(5, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);
        Assert.Equal(5, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);
        Assert.Contains(host.PathOf("processing_prefs.json"), Assert.Single(host.Warnings), StringComparison.Ordinal);

        host.Put("processing_prefs.json", """{"retry_count": 6}""");
        Assert.Equal(6, (await host.Settings.GetAsync(Token)).Preferences.RetryCount);
        Assert.Single(host.Warnings);
    }

    [Fact]
    public async Task A_file_that_is_broken_from_the_start_leaves_the_options_in_force()
    {
        await using var host = Host();
        host.Put("webhook_config.json", "oops");

        Assert.Equal(Environment, await host.Settings.GetAsync(Token));
        Assert.Single(host.Warnings);
    }

    [Theory]
    [InlineData("""{"webhook_time_start": "9h00", "webhook_time_end": "17h00"}""", null, "9h00", "17h00")]
    [InlineData("""{"webhook_time_start": "", "webhook_time_end": null}""", null, null, null)]
    [InlineData("""{"webhook_time_start": "9h00", "webhook_time_end": "17h00"}""", """{"start": "10:00", "end": "11:00"}""", "10:00", "11:00")]
    [InlineData("""{"webhook_time_start": "9h00", "webhook_time_end": "17h00"}""", """{"start": null, "end": ""}""", null, null)]
    [InlineData("{}", "{}", null, null)]
    [InlineData("{}", null, "8h00", "18h00")]
    public async Task The_time_window_document_wins_over_the_webhook_document_and_that_over_the_options(
        string config, string? window, string? start, string? end)
    {
        await using var host = Host();
        host.Put("webhook_config.json", config);
        if (window is not null)
        {
            host.Put("webhook_time_window.json", window);
        }

        Assert.Equal(new TimeWindow(start, end), (await host.Settings.GetAsync(Token)).Webhooks.Window);
        Assert.Empty(host.Warnings);
    }

    [Theory]
    [InlineData("\"1, 3,x,8\"", new[] { 1, 3 }, 1)]
    [InlineData("\"5\"", new[] { 5 }, 0)]
    [InlineData("[2, 2, \"4\"]", new[] { 2, 4 }, 0)]
    [InlineData("[]", new[] { 0, 1, 2, 3, 4 }, 0)]
    [InlineData("null", new[] { 0, 1, 2, 3, 4 }, 0)]
    public async Task Active_days_are_a_list_or_text_with_commas(string json, int[] days, int warnings)
    {
        await using var host = Host();
        host.Put("polling_config.json", $$"""{"active_days": {{json}}}""");

        Assert.Equal(days, (await host.Settings.GetAsync(Token)).Polling.Schedule.ActiveDays);
        Assert.Equal(warnings, host.Warnings.Count);
    }

    [Theory]
    [InlineData("\"A@B.test, a@b.test,nope,c@d.test\"", new[] { "a@b.test", "c@d.test" }, 1)]
    [InlineData("[\"X@Y.test\", \"bad@\", 3]", new[] { "x@y.test" }, 1)]
    [InlineData("[]", new string[0], 0)]
    [InlineData("\"\"", new string[0], 0)]
    [InlineData("null", new[] { "env@example.test" }, 0)]
    public async Task Senders_are_a_list_or_text_with_commas(string json, string[] senders, int warnings)
    {
        await using var host = Host();
        host.Put("polling_config.json", $$"""{"sender_of_interest_for_polling": {{json}}}""");

        Assert.Equal(senders, (await host.Settings.GetAsync(Token)).Polling.Senders);
        Assert.Equal(warnings, host.Warnings.Count);
    }

    [Fact]
    public async Task Addresses_that_are_null_or_empty_leave_those_of_the_environment_in_force()
    {
        await using var host = Host();
        host.Put("webhook_config.json", """{"webhook_url": null, "presence_true_url": ""}""");

        Assert.Equal(Environment.Webhooks, (await host.Settings.GetAsync(Token)).Webhooks);
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task Reading_all_documents_for_each_mail_is_cheap()
    {
        await using var host = Host();
        foreach (var document in Enum.GetValues<SettingsDocument>())
        {
            await host.SettingsStore.UpdateAsync(document, content => content["webhook_url"] = "https://new.example.test/x", Token);
        }

        await host.Settings.GetAsync(Token);
        const int reads = 200;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < reads; i++)
        {
            await host.Settings.GetAsync(Token);
        }

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / reads:f3} ms for five documents.");
        Assert.InRange(watch.Elapsed.TotalMilliseconds / reads, 0, 20);
    }

    [Fact]
    public async Task Those_who_ask_while_a_slow_store_is_read_share_the_next_reading()
    {
        using var store = new SlowSettingsStore();
        using var reader = new SettingsReader(
            store, Microsoft.Extensions.Options.Options.Create(new RenderSignalOptions()), NullLogger<SettingsReader>.Instance);
        var first = reader.GetAsync(Token).AsTask();
        var others = Enumerable.Range(0, 10).Select(_ => reader.GetAsync(Token).AsTask()).ToList();

        store.RetryCount = 4;
        store.Answer();
        await first;
        store.RetryCount = 5;
        store.Answer();

        Assert.All(await Task.WhenAll(others), settings => Assert.Equal(5, settings.Preferences.RetryCount));
        Assert.Equal(2, store.Readings);
    }

    private static StoreHost Host() => new(configure: options => options.Settings = Environment);
}
