using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal;

/// <summary>Reads the variables of REFERENCE section 5 that are settings at start.</summary>
internal sealed class ConfigureRenderSignalOptions(ILogger<RenderSignalOptions> logger, IConfiguration? configuration = null)
    : IConfigureOptions<RenderSignalOptions>
{
    public void Configure(RenderSignalOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.DataDirectory = variables.Text("RENDERSIGNAL_DATA") ?? options.DataDirectory;
        options.RetentionDays = variables.WholeNumber("RENDERSIGNAL_RETENTION_DAYS", 1, 36_500) ?? options.RetentionDays;
        options.LedgerRecords = variables.WholeNumber("RENDERSIGNAL_LEDGER_RECORDS", 100, 1_000_000) ?? options.LedgerRecords;
        options.SubjectGroupTtlSeconds = variables.WholeNumber("SUBJECT_GROUP_TTL_SECONDS", 0, int.MaxValue) ?? options.SubjectGroupTtlSeconds;
        var defaults = options.Settings;
        options.Settings = defaults with
        {
            Webhooks = ReadWebhooks(variables, defaults.Webhooks),
            Polling = ReadPolling(variables, defaults.Polling),
            Flags = defaults.Flags with
            {
                DisableEmailIdDedup = variables.Switch("DISABLE_EMAIL_ID_DEDUP") ?? defaults.Flags.DisableEmailIdDedup,
                AllowCustomWebhookWithoutLinks =
                    variables.Switch("ALLOW_CUSTOM_WEBHOOK_WITHOUT_LINKS") ?? defaults.Flags.AllowCustomWebhookWithoutLinks,
            },
        };
        variables.ThrowIfRejected(typeof(RenderSignalOptions));
    }

    private WebhookSettings ReadWebhooks(ConfigurationVariables variables, WebhookSettings defaults)
    {
        var window = ReadWindow(variables) ?? defaults.Window;
        return defaults with
        {
            Url = ReadReceiver(variables) ?? defaults.Url,
            PresenceFlag = variables.Switch("PRESENCE") ?? defaults.PresenceFlag,
            PresenceTrueUrl = ReadMakeHook(variables, "PRESENCE_TRUE_MAKE_WEBHOOK_URL") ?? defaults.PresenceTrueUrl,
            PresenceFalseUrl = ReadMakeHook(variables, "PRESENCE_FALSE_MAKE_WEBHOOK_URL") ?? defaults.PresenceFalseUrl,
            RecadrageMakeUrl = ReadMakeHook(variables, "RECADRAGE_MAKE_WEBHOOK_URL") ?? defaults.RecadrageMakeUrl,
            DesaboMakeUrl = ReadMakeHook(variables, "AUTOREPONDEUR_MAKE_WEBHOOK_URL") ?? defaults.DesaboMakeUrl,
            SslVerify = variables.Switch("WEBHOOK_SSL_VERIFY") ?? defaults.SslVerify,
            SendingEnabled = variables.Switch("WEBHOOK_SENDING_ENABLED") ?? defaults.SendingEnabled,
            Window = window,
            StartupWindow = window,
        };
    }

    private static string? ReadReceiver(ConfigurationVariables variables)
    {
        var url = variables.Text("WEBHOOK_URL");
        if (url is not null && !WebhookAddress.IsAllowed(url))
        {
            variables.Reject("WEBHOOK_URL", WebhookAddress.Mask(url), "an https:// address; http:// is accepted on loopback only");
        }

        return url;
    }

    private static string? ReadMakeHook(ConfigurationVariables variables, string name)
    {
        if (variables.Text(name) is not { } text)
        {
            return null;
        }

        var address = WebhookAddress.NormalizeMakeHook(text);
        if (address is null || !WebhookAddress.IsAllowed(address))
        {
            variables.Reject(name, WebhookAddress.Mask(text), "an https:// address, TOKEN@hook.eu2.make.com or a bare token");
        }

        return address;
    }

    private TimeWindow? ReadWindow(ConfigurationVariables variables)
    {
        var start = ReadTime(variables, "WEBHOOK_TIME_START", "WEBHOOKS_TIME_START");
        var end = ReadTime(variables, "WEBHOOK_TIME_END", "WEBHOOKS_TIME_END");
        return start is null && end is null ? null : new TimeWindow(start, end);
    }

    /// <summary>An unreadable side does not stop the start: the window is open then, as it always was, and no mail waits for a typing error.</summary>
    private string? ReadTime(ConfigurationVariables variables, string name, string olderName)
    {
        var text = variables.Text(name, olderName);
        if (text is not null && TimeOfDay.TryParse(text) is null)
        {
            Log.WindowUnreadable(logger, variables.Text(name) is null ? olderName : name, text);
        }

        return text;
    }

    private static PollingSettings ReadPolling(ConfigurationVariables variables, PollingSettings defaults) => defaults with
    {
        Senders = variables.List("SENDER_OF_INTEREST_FOR_POLLING")?.Select(sender => sender.ToLowerInvariant()).ToArray() ?? defaults.Senders,
        TimeZone = ReadTimeZone(variables) ?? defaults.TimeZone,
        SubjectGroupDedup = variables.Switch("ENABLE_SUBJECT_GROUP_DEDUP") ?? defaults.SubjectGroupDedup,
        Schedule = defaults.Schedule with
        {
            ActiveDays = ReadDays(variables) ?? defaults.Schedule.ActiveDays,
            StartHour = variables.WholeNumber("POLLING_ACTIVE_START_HOUR", 0, 23) ?? defaults.Schedule.StartHour,
            EndHour = variables.WholeNumber("POLLING_ACTIVE_END_HOUR", 0, 23) ?? defaults.Schedule.EndHour,
            VacationStart = ReadDate(variables, "POLLING_VACATION_START") ?? defaults.Schedule.VacationStart,
            VacationEnd = ReadDate(variables, "POLLING_VACATION_END") ?? defaults.Schedule.VacationEnd,
        },
    };

    private static DateTimeZone? ReadTimeZone(ConfigurationVariables variables)
    {
        if (variables.Text("POLLING_TIMEZONE") is not { } name)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
        if (zone is null)
        {
            variables.Reject("POLLING_TIMEZONE", name, "an IANA time zone such as Europe/Paris");
        }

        return zone;
    }

    private static List<int>? ReadDays(ConfigurationVariables variables)
    {
        if (variables.List("POLLING_ACTIVE_DAYS") is not { } texts)
        {
            return null;
        }

        var days = new List<int>();
        foreach (var text in texts)
        {
            if (text is [>= '0' and <= '6'])
            {
                days.Add(text[0] - '0');
            }
            else
            {
                variables.Reject("POLLING_ACTIVE_DAYS", text, "days from 0 (Monday) to 6 (Sunday) between commas");
            }
        }

        return days;
    }

    private static LocalDate? ReadDate(ConfigurationVariables variables, string name)
    {
        if (variables.Text(name) is not { } text)
        {
            return null;
        }

        var date = LocalDatePattern.Iso.Parse(text);
        if (!date.Success)
        {
            variables.Reject(name, text, "a date such as 2026-12-24");
            return null;
        }

        return date.Value;
    }
}
