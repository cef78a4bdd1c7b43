namespace RenderSignal;

/// <summary>The document <c>polling_config</c>.</summary>
internal static class PollingFields
{
    public const string VacationStart = "vacation_start";
    public const string VacationEnd = "vacation_end";

    public static readonly FieldRule<PollingSettings>[] Rules =
    [
        Rule("enable_polling", FieldTypes.Switch, (polling, value) => polling with { Enabled = value }),
        Rule("enable_subject_group_dedup", FieldTypes.Switch, (polling, value) => polling with { SubjectGroupDedup = value }),
        Rule("sender_of_interest_for_polling", ListFields.Senders, (polling, value) => polling with { Senders = value }),
        Schedule("active_days", ListFields.Days, (schedule, value) => schedule with { ActiveDays = value }),
        Schedule("active_start_hour", FieldTypes.WholeNumber(0, 23), (schedule, value) => schedule with { StartHour = value }),
        Schedule("active_end_hour", FieldTypes.WholeNumber(0, 23), (schedule, value) => schedule with { EndHour = value }),
        Schedule(VacationStart, FieldTypes.Date, (schedule, value) => schedule with { VacationStart = value }),
        Schedule(VacationEnd, FieldTypes.Date, (schedule, value) => schedule with { VacationEnd = value }),
    ];

    private static FieldRule<PollingSettings> Schedule<TValue>(string field, FieldType<TValue> type, Func<PollingSchedule, TValue, PollingSchedule> set) =>
        Rule(field, type, (polling, value) => polling with { Schedule = set(polling.Schedule, value) });

    private static FieldRule<PollingSettings> Rule<TValue>(string field, FieldType<TValue> type, Func<PollingSettings, TValue, PollingSettings> set) =>
        FieldRule<PollingSettings>.For(field, type, set);
}
