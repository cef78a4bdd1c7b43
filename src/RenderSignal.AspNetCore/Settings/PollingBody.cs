using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal.AspNetCore;

/// <summary>Whose mails are polled, and when; or a change of some of it.</summary>
internal sealed record PollingBody
{
    /// <summary>0 (Monday) to 6 (Sunday).</summary>
    [JsonPropertyName("active_days")]
    public IReadOnlyList<int> ActiveDays { get; init; } = [];

    [JsonPropertyName("active_start_hour")]
    public int ActiveStartHour { get; init; }

    [JsonPropertyName("active_end_hour")]
    public int ActiveEndHour { get; init; }

    [JsonPropertyName("enable_subject_group_dedup")]
    public bool EnableSubjectGroupDedup { get; init; }

    /// <summary>Empty: everybody.</summary>
    [JsonPropertyName("sender_of_interest_for_polling")]
    public IReadOnlyList<string> SenderOfInterestForPolling { get; init; } = [];

    /// <summary>A date like 2026-12-24.</summary>
    [JsonPropertyName("vacation_start")]
    public string? VacationStart { get; init; }

    /// <summary>A date like 2027-01-03, itself a day of the vacation.</summary>
    [JsonPropertyName("vacation_end")]
    public string? VacationEnd { get; init; }

    [JsonPropertyName("enable_polling")]
    public bool EnablePolling { get; init; }

    /// <summary>Only shown: the environment alone says it.</summary>
    [JsonPropertyName("timezone"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Timezone { get; init; }

    public static PollingBody From(PollingSettings polling) => new()
    {
        ActiveDays = polling.Schedule.ActiveDays,
        ActiveStartHour = polling.Schedule.StartHour,
        ActiveEndHour = polling.Schedule.EndHour,
        EnableSubjectGroupDedup = polling.SubjectGroupDedup,
        SenderOfInterestForPolling = polling.Senders,
        VacationStart = Text(polling.Schedule.VacationStart),
        VacationEnd = Text(polling.Schedule.VacationEnd),
        EnablePolling = polling.Enabled,
    };

    private static string? Text(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;
}
