using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>
/// The days of a vacation, which the page shows as one setting: a day alone makes no vacation, and saved without a word it would look
/// like one. The older routes take it, as the reference does.
/// </summary>
internal static class VacationDays
{
    private const string Start = "vacation_start";
    private const string End = "vacation_end";

    /// <param name="fields">A change of <c>polling_config</c>.</param>
    /// <param name="inForce">What it is laid over.</param>
    /// <exception cref="SettingsRejectedException">One day would be left alone; names the other.</exception>
    public static void Check(JsonObject fields, PollingSchedule inForce)
    {
        if (!fields.ContainsKey(Start) && !fields.ContainsKey(End))
        {
            return;
        }

        var (hasStart, hasEnd) = (Has(fields, Start, inForce.VacationStart is not null), Has(fields, End, inForce.VacationEnd is not null));
        if (hasStart != hasEnd)
        {
            var missing = hasStart ? End : Start;
            throw new SettingsRejectedException(missing, $"{missing} is missing: write {DocumentExpectations.BothVacationDays}.") { Expected = DocumentExpectations.BothVacationDays };
        }
    }

    private static bool Has(JsonObject fields, string field, bool otherwise) =>
        fields.TryGetPropertyValue(field, out var value) ? !string.IsNullOrWhiteSpace(value?.ToString()) : otherwise;
}
