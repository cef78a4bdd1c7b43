namespace RenderSignal.Conformance;

public sealed class ValidatorTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "validators", MemberType = typeof(Cases))]
    public void A_recorded_value_is_understood_as_recorded(string line)
    {
        var recorded = Cases.Parse(line);
        var value = (string?)recorded["value"];
        switch (recorded.Text("kind"))
        {
            case "make_url":
                Assert.Equal((string?)recorded["expect"], WebhookAddress.NormalizeMakeHook(value));
                break;
            case "bool":
                Assert.Equal((bool)recorded.Expected(), BooleanText.Parse(value, (bool)recorded["default"]!));
                break;
            case var unknown:
                Assert.Fail($"No rule is known for the kind '{unknown}'.");
                break;
        }
    }
}
