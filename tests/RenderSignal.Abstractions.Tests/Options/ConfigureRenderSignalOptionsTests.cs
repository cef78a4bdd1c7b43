using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Abstractions.Tests;

public sealed class ConfigureRenderSignalOptionsTests : IDisposable
{
    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Without_any_variable_the_defaults_of_the_reference_hold()
    {
        var options = Read();

        Assert.Equal(("data", 400, 10_000, 0), (options.DataDirectory, options.RetentionDays, options.LedgerRecords, options.SubjectGroupTtlSeconds));
        Assert.Equivalent(new RenderSignalSettings(), options.Settings, strict: true);
        var polling = options.Settings.Polling;
        Assert.Equal(("Europe/Paris", 9, 23), (polling.TimeZone.Id, polling.Schedule.StartHour, polling.Schedule.EndHour));
        Assert.Equal([0, 1, 2, 3, 4], polling.Schedule.ActiveDays);
        Assert.True(polling.SubjectGroupDedup && options.Settings.Webhooks.SslVerify && options.Settings.Webhooks.SendingEnabled);
        _log.AssertNoWarnings();
    }

    [Fact]
    public void Without_any_configuration_the_defaults_hold_too()
    {
        var options = new RenderSignalOptions();
        new ConfigureRenderSignalOptions(_log.CreateLogger<RenderSignalOptions>()).Configure(options);

        Assert.Equivalent(new RenderSignalOptions(), options, strict: true);
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var options = Read(
            ("RENDERSIGNAL_DATA", " /var/lib/rendersignal "),
            ("RENDERSIGNAL_RETENTION_DAYS", "30"),
            ("RENDERSIGNAL_LEDGER_RECORDS", "500"),
            ("SUBJECT_GROUP_TTL_SECONDS", "3600"),
            ("WEBHOOK_URL", "https://receiver.example.test/hook"),
            ("PRESENCE", "on"),
            ("PRESENCE_TRUE_MAKE_WEBHOOK_URL", "true-token"),
            ("PRESENCE_FALSE_MAKE_WEBHOOK_URL", "false-token@hook.eu1.make.com"),
            ("RECADRAGE_MAKE_WEBHOOK_URL", "https://make.example.test/recadrage"),
            ("AUTOREPONDEUR_MAKE_WEBHOOK_URL", "desabo-token"),
            ("WEBHOOK_SSL_VERIFY", "no"),
            ("WEBHOOK_SENDING_ENABLED", "0"),
            ("WEBHOOK_TIME_START", "10h30"),
            ("WEBHOOK_TIME_END", "19:00"),
            ("DISABLE_EMAIL_ID_DEDUP", "yes"),
            ("ALLOW_CUSTOM_WEBHOOK_WITHOUT_LINKS", "Y"),
            ("SENDER_OF_INTEREST_FOR_POLLING", " Achats@Example.test , ,chef@example.test,"),
            ("POLLING_TIMEZONE", "America/Montreal"),
            ("ENABLE_SUBJECT_GROUP_DEDUP", "FALSE"),
            ("POLLING_ACTIVE_DAYS", "5, 6"),
            ("POLLING_ACTIVE_START_HOUR", "0"),
            ("POLLING_ACTIVE_END_HOUR", "12"),
            ("POLLING_VACATION_START", "2026-12-24"),
            ("POLLING_VACATION_END", "2027-01-02"));

        Assert.Equal(("/var/lib/rendersignal", 30, 500, 3600), (options.DataDirectory, options.RetentionDays, options.LedgerRecords, options.SubjectGroupTtlSeconds));
        var window = new TimeWindow("10h30", "19:00");
        Assert.Equivalent(
            new WebhookSettings
            {
                Url = "https://receiver.example.test/hook",
                PresenceFlag = true,
                PresenceTrueUrl = "https://hook.eu2.make.com/true-token",
                PresenceFalseUrl = "https://hook.eu1.make.com/false-token",
                RecadrageMakeUrl = "https://make.example.test/recadrage",
                DesaboMakeUrl = "https://hook.eu2.make.com/desabo-token",
                SslVerify = false,
                SendingEnabled = false,
                Window = window,
                StartupWindow = window,
            },
            options.Settings.Webhooks,
            strict: true);
        Assert.Equal(new RuntimeFlags { DisableEmailIdDedup = true, AllowCustomWebhookWithoutLinks = true }, options.Settings.Flags);
        var polling = options.Settings.Polling;
        Assert.Equal(["achats@example.test", "chef@example.test"], polling.Senders);
        Assert.Equal(("America/Montreal", false), (polling.TimeZone.Id, polling.SubjectGroupDedup));
        Assert.Equal([5, 6], polling.Schedule.ActiveDays);
        Assert.Equal((0, 12), (polling.Schedule.StartHour, polling.Schedule.EndHour));
        Assert.Equal((new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 2)), (polling.Schedule.VacationStart, polling.Schedule.VacationEnd));
        _log.AssertNoWarnings();
    }

    [Fact]
    public void The_older_names_of_the_window_count_when_the_newer_are_unset()
    {
        Assert.Equal(new TimeWindow("8h00", "9h00"), Read(("WEBHOOKS_TIME_START", "8h00"), ("WEBHOOKS_TIME_END", "9h00")).Settings.Webhooks.Window);
        Assert.Equal("7h00", Read(("WEBHOOKS_TIME_START", "8h00"), ("WEBHOOK_TIME_START", "7h00")).Settings.Webhooks.Window.StartText);
    }

    [Theory]
    [InlineData("WEBHOOK_TIME_START")]
    [InlineData("WEBHOOKS_TIME_START")]
    [InlineData("WEBHOOK_TIME_END")]
    [InlineData("WEBHOOKS_TIME_END")]
    public void An_unreadable_side_of_the_window_is_a_warning_and_leaves_it_open(string variable)
    {
        var options = Read(("WEBHOOK_TIME_START", "8h00"), ("WEBHOOK_TIME_END", "9h00"), (variable, "midi"), Newer(variable));

        Assert.False(options.Settings.Webhooks.Window.IsBounded);
        var warning = Assert.Single(_log.Records);
        Assert.Equal(
            (LogLevel.Warning, $"{variable} is 'midi', not a time of day such as 10h30 or 10:30: the webhook window is always open"),
            (warning.Level, warning.Message));
    }

    [Theory]
    [InlineData("RENDERSIGNAL_RETENTION_DAYS", "0", "a whole number from 1 to 36500")]
    [InlineData("RENDERSIGNAL_LEDGER_RECORDS", "99", "a whole number from 100 to 1000000")]
    [InlineData("SUBJECT_GROUP_TTL_SECONDS", "-1", "a whole number from 0 to 2147483647")]
    [InlineData("PRESENCE", "maybe", "true or false")]
    [InlineData("WEBHOOK_SSL_VERIFY", "2", "true or false")]
    [InlineData("WEBHOOK_SENDING_ENABLED", "oui", "true or false")]
    [InlineData("DISABLE_EMAIL_ID_DEDUP", "x", "true or false")]
    [InlineData("ALLOW_CUSTOM_WEBHOOK_WITHOUT_LINKS", "x", "true or false")]
    [InlineData("ENABLE_SUBJECT_GROUP_DEDUP", "x", "true or false")]
    [InlineData("POLLING_TIMEZONE", "Paris", "an IANA time zone such as Europe/Paris")]
    [InlineData("POLLING_ACTIVE_DAYS", "7", "days from 0 (Monday) to 6 (Sunday) between commas")]
    [InlineData("POLLING_ACTIVE_DAYS", "Mon", "days from 0 (Monday) to 6 (Sunday) between commas")]
    [InlineData("POLLING_ACTIVE_START_HOUR", "24", "a whole number from 0 to 23")]
    [InlineData("POLLING_ACTIVE_END_HOUR", "9h", "a whole number from 0 to 23")]
    [InlineData("POLLING_VACATION_START", "24/12/2026", "a date such as 2026-12-24")]
    [InlineData("POLLING_VACATION_END", "2026-02-30", "a date such as 2026-12-24")]
    public void A_value_that_cannot_be_understood_stops_the_start_and_says_what_to_write(string variable, string value, string what) =>
        Assert.Equal([$"{variable} is '{value}': write {what}."], Failures((variable, value)));

    [Theory]
    [InlineData("WEBHOOK_URL", "http://receiver.example.test/secret", "http://receiver.example.test/***")]
    [InlineData("WEBHOOK_URL", "https://user:secret@", "***")]
    [InlineData("WEBHOOK_URL", "javascript:secret", "***")]
    [InlineData("WEBHOOK_URL", "/hook/secret", "***")]
    [InlineData("PRESENCE_TRUE_MAKE_WEBHOOK_URL", "secret@hook.elsewhere.test", "***")]
    [InlineData("PRESENCE_FALSE_MAKE_WEBHOOK_URL", "secret/secret", "***")]
    [InlineData("RECADRAGE_MAKE_WEBHOOK_URL", "http://make.example.test:8080/secret", "http://make.example.test:8080/***")]
    [InlineData("AUTOREPONDEUR_MAKE_WEBHOOK_URL", "http://user:secret@make.example.test/secret?secret", "http://make.example.test/***")]
    public void A_refused_address_is_named_without_its_key(string variable, string value, string masked)
    {
        var message = Assert.Single(Failures((variable, value)));

        Assert.StartsWith($"{variable} is '{masked}': write an https:// address", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_start_names_all_that_cannot_be_understood()
    {
        var failures = Failures(("PRESENCE", "x"), ("POLLING_ACTIVE_DAYS", "1,8,9"), ("WEBHOOK_URL", "x"));

        Assert.Equal(
            ["POLLING_ACTIVE_DAYS", "POLLING_ACTIVE_DAYS", "PRESENCE", "WEBHOOK_URL"],
            failures.Select(failure => failure.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_blank_variable_is_as_good_as_unset() =>
        Assert.Equivalent(new RenderSignalSettings(), Read(("WEBHOOK_URL", " "), ("PRESENCE", ""), ("POLLING_ACTIVE_DAYS", "\t")).Settings, strict: true);

    /// <summary>Takes the newer name out of the way of the older one.</summary>
    private static (string, string?) Newer(string variable) =>
        variable.StartsWith("WEBHOOKS", StringComparison.Ordinal) ? (variable.Replace("WEBHOOKS", "WEBHOOK", StringComparison.Ordinal), null) : ("UNUSED", null);

    private IEnumerable<string> Failures(params (string, string?)[] variables)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(variables));
        Assert.Equal(typeof(RenderSignalOptions), exception.OptionsType);
        return exception.Failures;
    }

    private RenderSignalOptions Read(params (string Name, string? Value)[] variables)
    {
        var configuration = new ConfigurationBuilder();
        foreach (var (name, value) in variables)
        {
            configuration.AddInMemoryCollection([KeyValuePair.Create(name, value)]);
        }

        var options = new RenderSignalOptions();
        new ConfigureRenderSignalOptions(_log.CreateLogger<RenderSignalOptions>(), configuration.Build()).Configure(options);
        return options;
    }
}
