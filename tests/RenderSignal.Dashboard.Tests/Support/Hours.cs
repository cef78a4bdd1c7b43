using NodaTime;

namespace RenderSignal.Dashboard.Tests;

/// <summary>Schedules that do not depend on when the tests run.</summary>
internal static class Hours
{
    public const string TimeZone = "Europe/Paris";

    /// <summary>Polling around the clock but for the hour before now: a schedule has no way to say "always".</summary>
    public static Dictionary<string, string?> PollingNow
    {
        get
        {
            var hour = Now;
            return new()
            {
                ["POLLING_TIMEZONE"] = TimeZone,
                ["POLLING_ACTIVE_DAYS"] = "0,1,2,3,4,5,6",
                ["POLLING_ACTIVE_START_HOUR"] = $"{hour}",
                ["POLLING_ACTIVE_END_HOUR"] = $"{(hour + 23) % 24}",
            };
        }
    }

    /// <summary>A webhook window that is closed now: a minute of the hour that is farthest away.</summary>
    public static (string Name, string? Value)[] ClosedWindow
    {
        get
        {
            var hour = FromNow(12); // once for both sides: the clock may strike between two looks at it
            return [("WEBHOOK_TIME_START", $"{hour:00}h00"), ("WEBHOOK_TIME_END", $"{hour:00}h01")];
        }
    }

    /// <summary>The hour of the day, 0 to 23, that the clock shows so many hours from now.</summary>
    public static int FromNow(int hours) => (Now + hours + 24) % 24;

    private static int Now => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[TimeZone]).Hour;
}
