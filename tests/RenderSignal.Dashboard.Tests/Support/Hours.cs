using NodaTime;

namespace RenderSignal.Dashboard.Tests;

/// <summary>Schedules that do not depend on when the tests run.</summary>
internal static class Hours
{
    public const string TimeZone = "Europe/Paris";

    /// <summary>Polling around the clock but for the hour before now: a schedule has no way to say "always".</summary>
    public static Dictionary<string, string?> PollingNow => new()
    {
        ["POLLING_TIMEZONE"] = TimeZone,
        ["POLLING_ACTIVE_DAYS"] = "0,1,2,3,4,5,6",
        ["POLLING_ACTIVE_START_HOUR"] = $"{Now}",
        ["POLLING_ACTIVE_END_HOUR"] = $"{(Now + 23) % 24}",
    };

    /// <summary>A webhook window that is closed now: a minute of the hour that is farthest away.</summary>
    public static (string Name, string? Value)[] ClosedWindow =>
        [("WEBHOOK_TIME_START", $"{(Now + 12) % 24:00}h00"), ("WEBHOOK_TIME_END", $"{(Now + 12) % 24:00}h01")];

    private static int Now => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[TimeZone]).Hour;
}
