namespace RenderSignal.Matching.Tests.Recadrage;

public sealed class RecadrageDetectorTests
{
    private const string Link = "https://fromsmash.com/a";

    private readonly RecadrageDetector _detector = new();

    [Fact]
    public void A_mission_with_a_link_and_a_time_is_recognised()
    {
        var detection = _detector.Detect(Mails.Input(Mails.MissionSubject, $"À faire pour 14h30 {Link}"));

        Assert.Equal(
            new Detection("recadrage") { DeliveryTime = "14h30", WhenWindowClosed = ClosedWindowAction.Acknowledge },
            detection);
    }

    [Fact]
    public void A_due_time_goes_before_a_lone_time() =>
        Assert.Equal("15h00", DeliveryTime(Mails.MissionSubject, $"réunion 9h, à faire pour 15:00 {Link}"));

    [Theory]
    [InlineData("DROPBOX.com/scl/fo/x")]
    [InlineData("fromsmash.com/")]
    [InlineData("www.swisstransfer.com/d/x")]
    public void A_trace_of_a_link_is_enough(string trace) =>
        Assert.Equal("14h00", DeliveryTime(Mails.MissionSubject, $"14h {trace}"));

    [Theory]
    [InlineData("Média Solution - Missions - Lot 7")]
    [InlineData("Média  Solution - Missions Recadrage - Lot 7")]
    [InlineData("Média\u00A0Solution - Missions Recadrage - Lot 7")]
    [InlineData("Missions Recadrage - Lot 7")]
    [InlineData("Média Solution - Missions Recadrage")]
    public void Another_subject_is_not_recognised(string subject) =>
        Assert.Null(_detector.Detect(Mails.Input(subject, $"14h {Link}")));

    [Theory]
    [InlineData("14h, sans lien")]
    [InlineData("14h https://dropbox.com.evil.test/a")]
    [InlineData("midi " + Link)]
    public void A_mail_without_link_or_time_is_not_recognised(string body) =>
        Assert.Null(_detector.Detect(Mails.Input(Mails.MissionSubject, body)));

    [Theory]
    [InlineData("Urgence : ", "11h15")]
    [InlineData("URGÉNCE ", "11h15")]
    [InlineData("Urgences : ", "14h00")]
    public void The_word_urgence_in_the_subject_gives_an_hour(string prefix, string expected) =>
        Assert.Equal(expected, DeliveryTime(prefix + Mails.MissionSubject, $"14h {Link}"));

    [Theory]
    [InlineData(3, 29, 0, 30, "03h30")]
    [InlineData(10, 25, 0, 40, "02h40")]
    [InlineData(12, 31, 22, 20, "00h20")]
    public void The_hour_is_a_real_one_when_clocks_change(int month, int day, int hourUtc, int minute, string expected)
    {
        var now = Mails.InParis(2026, month, day, hourUtc, minute);

        var detection = _detector.Detect(Mails.Input($"Urgence {Mails.MissionSubject}", Link, now));

        Assert.Equal(expected, detection?.DeliveryTime);
    }

    private string? DeliveryTime(string subject, string body) => _detector.Detect(Mails.Input(subject, body))?.DeliveryTime;
}
