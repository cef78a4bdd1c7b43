using System.Text.Json.Serialization;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>When and how often the mailbox is polled. The intervals, in seconds, are null when the application has no poller.</summary>
internal sealed record ToolPollingAnswer(
    [property: JsonPropertyName("active_days")] IReadOnlyList<int> ActiveDays,
    [property: JsonPropertyName("active_start_hour")] int ActiveStartHour,
    [property: JsonPropertyName("active_end_hour")] int ActiveEndHour,
    [property: JsonPropertyName("enable_subject_group_dedup")] bool EnableSubjectGroupDedup,
    [property: JsonPropertyName("timezone")] string Timezone,
    [property: JsonPropertyName("interval_seconds")] long? IntervalSeconds,
    [property: JsonPropertyName("inactive_check_interval_seconds")] long? InactiveCheckIntervalSeconds) : Answer(true)
{
    public static ToolPollingAnswer From(PollingSettings polling, PollState state) => new(
        polling.Schedule.ActiveDays,
        polling.Schedule.StartHour,
        polling.Schedule.EndHour,
        polling.SubjectGroupDedup,
        polling.TimeZone.Id,
        Seconds(state.Interval),
        Seconds(state.InactiveCheckInterval));

    private static long? Seconds(Duration? duration) => duration is { } known ? (long)known.TotalSeconds : null;
}
