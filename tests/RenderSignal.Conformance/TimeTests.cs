using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal.Conformance;

public sealed class TimeTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "time", MemberType = typeof(Cases))]
    public void A_recorded_time_window_or_schedule_is_read_as_recorded(string line)
    {
        var recorded = Cases.Parse(line);
        switch (recorded.Text("kind"))
        {
            case "parse":
                Assert.Equal((string?)recorded["expect"], TimeOfDay.TryParse(recorded.Text("text"))?.ToString("HH:mm", null));
                break;
            case "window":
                var window = new TimeWindow((string?)recorded["start"], (string?)recorded["end"]);
                Assert.Equal((bool)recorded.Expected(), window.IsOpenAt(LocalTimePattern.ExtendedIso.Parse(recorded.Text("now")).Value));
                break;
            case "schedule":
                Assert.Equal((bool)recorded.Expected(), Schedule(recorded).IsActiveAt(LocalDateTimePattern.ExtendedIso.Parse(recorded.Text("now_local")).Value));
                break;
            case var unknown:
                Assert.Fail($"No rule is known for the kind '{unknown}'.");
                break;
        }
    }

    private static PollingSchedule Schedule(JsonObject recorded) => new()
    {
        ActiveDays = [.. recorded["active_days"]!.AsArray().Select(day => (int)day!)],
        StartHour = (int)recorded["start_hour"]!,
        EndHour = (int)recorded["end_hour"]!,
        VacationStart = Day(recorded["vacation"]?[0]),
        VacationEnd = Day(recorded["vacation"]?[1]),
    };

    private static LocalDate? Day(JsonNode? text) => text is null ? null : LocalDatePattern.Iso.Parse((string)text!).Value;
}
