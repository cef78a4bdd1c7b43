using NodaTime;
using NodaTime.Text;

namespace RenderSignal.Conformance;

public sealed class RecadrageTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "recadrage", MemberType = typeof(Cases))]
    public void A_recorded_mail_yields_its_delivery_time(string line)
    {
        var recorded = Cases.Parse(line);
        var zone = DateTimeZoneProviders.Tzdb[recorded.Text("timezone")];
        var now = OffsetDateTimePattern.Rfc3339.Parse(recorded.Text("now")).Value.ToInstant().InZone(zone);

        var detection = MatchingServices.Detector(DetectorNames.Recadrage)
            .Detect(MatchingServices.Input(recorded.Text("subject"), recorded.Text("body"), now));

        var expected = recorded.Expected();
        Assert.Equal((bool?)expected["matches"], detection is not null);
        Assert.Equal((string?)expected["delivery_time"], detection?.DeliveryTime);
    }
}
