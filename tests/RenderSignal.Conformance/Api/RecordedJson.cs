using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal.Conformance;

/// <summary>Compares an answer with a recorded one.</summary>
internal static class RecordedJson
{
    private const string AnyText = "*";
    private const string Logs = "logs";

    /// <summary>
    /// Whether both say the same. The text <c>*</c> stands for any text. Entries of a log may have more fields than were recorded:
    /// those that differ from run to run were left out.
    /// </summary>
    public static bool Matches(JsonNode? expected, JsonNode? actual, bool mayHaveMore = false) => (expected, actual) switch
    {
        (JsonObject recorded, JsonObject answered) => Matches(recorded, answered, mayHaveMore),
        (JsonArray recorded, JsonArray answered) =>
            recorded.Count == answered.Count && recorded.Zip(answered).All(pair => Matches(pair.First, pair.Second, mayHaveMore)),
        (JsonValue recorded, JsonValue answered) when recorded.GetValueKind() == JsonValueKind.String && (string?)recorded == AnyText =>
            answered.GetValueKind() == JsonValueKind.String,
        _ => JsonNode.DeepEquals(expected, actual),
    };

    private static bool Matches(JsonObject expected, JsonObject actual, bool mayHaveMore) =>
        (mayHaveMore || expected.Count == actual.Count)
        && expected.All(field => actual.TryGetPropertyValue(field.Key, out var value) && Matches(field.Value, value, mayHaveMore || field.Key == Logs));
}
