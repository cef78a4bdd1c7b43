using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal.Conformance;

public sealed class LinksTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "links", MemberType = typeof(Cases))]
    public void A_recorded_text_yields_its_links(string line)
    {
        var recorded = Cases.Parse(line);

        var links = MatchingServices.Analyzer.FindLinks(recorded.Text("text"));

        var actual = JsonSerializer.SerializeToNode(links);
        Assert.True(JsonNode.DeepEquals(recorded.Expected(), actual), $"{line}\ngave {actual}");
    }
}
