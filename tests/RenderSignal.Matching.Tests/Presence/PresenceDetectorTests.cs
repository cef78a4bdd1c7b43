namespace RenderSignal.Matching.Tests.Presence;

public sealed class PresenceDetectorTests
{
    private readonly PresenceDetector _detector = new();

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Saturday_in_subject_and_body_is_recognised_on_Thursday_and_Friday(int dayOfNovember) =>
        Assert.Equal(
            new Detection("samedi_presence") { Route = "make_presence" },
            _detector.Detect(Mails.Input("Présence SAMEDI", "Qui vient samédi ?", Mails.InParis(2026, 11, dayOfNovember, 9, 0))));

    [Theory]
    [InlineData(4, 22, 30)]
    [InlineData(6, 23, 30)]
    public void It_is_not_recognised_on_another_day_of_the_polling_time_zone(int dayOfNovember, int hourUtc, int minute) =>
        Assert.Null(_detector.Detect(Mails.Input("samedi", "samedi", Mails.InParis(2026, 11, dayOfNovember, hourUtc, minute))));

    [Theory]
    [InlineData("samedi", "dimanche")]
    [InlineData("dimanche", "samedi")]
    [InlineData("samedis", "samedi")]
    [InlineData("samedi", "les samedis")]
    public void The_whole_word_must_stand_in_both(string subject, string body) =>
        Assert.Null(_detector.Detect(Mails.Input(subject, body)));

    [Fact]
    public void It_is_asked_before_subject_groups() => Assert.Equal(DetectionStage.BeforeGrouping, _detector.Stage);
}
