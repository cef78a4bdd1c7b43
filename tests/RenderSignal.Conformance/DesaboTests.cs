using NodaTime;
using RenderSignal.Matching;

namespace RenderSignal.Conformance;

public sealed class DesaboTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "desabo", MemberType = typeof(Cases))]
    public void A_recorded_mail_is_recognised_and_weighed(string line)
    {
        var recorded = Cases.Parse(line);
        var input = MatchingServices.Input(recorded.Text("subject"), recorded.Text("body"), Instant.FromUtc(2026, 11, 5, 9, 0).InUtc());

        var detection = MatchingServices.Detector(DetectorNames.Desabo).Detect(input);

        var expected = recorded.Expected();
        Assert.Equal((bool?)expected["matches"], detection is not null);
        Assert.Equal((bool?)expected["has_dropbox_request"], DesaboSigns.HasDropboxRequest(input));
        Assert.Equal((bool?)expected["is_urgent"], DesaboSigns.IsUrgent(input));
        if (detection is not null)
        {
            Assert.Equal(DesaboSigns.HasDropboxRequest(input), detection.HasDropboxRequest);
            Assert.Equal(DesaboSigns.IsUrgent(input) ? ClosedWindowAction.Leave : ClosedWindowAction.Send, detection.WhenWindowClosed);
        }
    }
}
