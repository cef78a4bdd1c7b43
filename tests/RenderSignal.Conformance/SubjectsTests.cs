using RenderSignal.Matching;

namespace RenderSignal.Conformance;

public sealed class SubjectsTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "subjects", MemberType = typeof(Cases))]
    public void A_recorded_subject_has_its_forms_and_its_group(string line)
    {
        var recorded = Cases.Parse(line);
        var subject = recorded.Text("subject");

        var traits = MatchingServices.Analyzer.AnalyzeSubject(subject);

        var expected = recorded.Expected();
        Assert.Equal(expected.Text("normalized"), MatchingServices.Analyzer.Normalize(subject));
        Assert.Equal(expected.Text("stripped"), ReplyPrefix.Strip(subject).ToString());
        Assert.Equal((bool?)expected["is_reply"], traits.IsReply);
        Assert.Equal(expected.Text("group_id"), traits.GroupId);
    }
}
