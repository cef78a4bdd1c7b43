using System.Text.Json.Nodes;

namespace RenderSignal.Conformance;

public sealed class PreferencesTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "preferences", MemberType = typeof(Cases))]
    public void A_recorded_payload_over_the_defaults_gives_its_preferences_or_is_refused(string line)
    {
        var recorded = Cases.Parse(line);
        var payload = recorded["payload"]!.AsObject();

        var accepted = ProcessingPreferencesDocument.TryApply(payload, new ProcessingPreferences(), out var result, out var error);

        Assert.Equal((bool?)recorded.Expected()["ok"], accepted);
        Assert.Equal(accepted, error is null);
        var prefs = accepted ? ProcessingPreferencesDocument.ToJson(result) : null;
        Assert.True(JsonNode.DeepEquals(recorded.Expected()["prefs"], prefs), $"{line}\ngave {prefs?.ToJsonString()} {error}");
    }
}
