using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>JSON values as the reference, a Python program, understands them.</summary>
internal static class PythonValue
{
    /// <summary><c>bool(value)</c>: false are null, false, 0, and empty texts, lists and objects.</summary>
    public static bool IsTrue(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject fields => fields.Count > 0,
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>().Length > 0,
            JsonValueKind.Number => ToDouble(value) != 0,
            var kind => kind == JsonValueKind.True,
        },
    };

    /// <summary><c>int(value)</c>: whole numbers, numbers with decimals (cut off), true and false (1, 0), and digits in a text.</summary>
    /// <returns>Null where Python raises an error.</returns>
    public static long? ToInteger(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Number => Truncate(ToDouble(value)),
        JsonValueKind.String => Parse(value.GetValue<string>()),
        _ => null,
    };

    // Exact up to 2^53, far beyond any bound of a setting.
    private static double ToDouble(JsonNode value) => double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static long? Truncate(double number) => double.IsFinite(number) ? (long)number : null;

    private static long? Parse(string text) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
