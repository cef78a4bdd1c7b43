namespace RenderSignal.Matching.Tests.Desabo;

public sealed class DesaboDetectorTests
{
    private const string Body = "Je me désabonne pour la JOURNÉE aux tarifs\nhabituels.";

    private readonly DesaboDetector _detector = new();

    [Fact]
    public void Who_unsubscribes_for_a_day_may_be_answered_while_the_window_is_closed() =>
        Assert.Equal(
            new Detection("desabonnement_journee_tarifs") { WhenWindowClosed = ClosedWindowAction.Send },
            _detector.Detect(Mails.Input("Bonjour", Body)));

    [Theory]
    [InlineData("URGENT", Body)]
    [InlineData("Bonjour", Body + " Urgences.")]
    public void An_urgent_one_waits_for_the_window(string subject, string body) =>
        Assert.Equal(ClosedWindowAction.Leave, _detector.Detect(Mails.Input(subject, body))?.WhenWindowClosed);

    [Theory]
    [InlineData("Désabonnement", "journée, tarifs habituels", false)]
    [InlineData("Bonjour", "journée, tarifs habituels HTTPS://www.dropbox.com/Request/x", true)]
    public void The_subject_or_a_request_link_says_it_too(string subject, string body, bool hasRequest) =>
        Assert.Equal(hasRequest, _detector.Detect(Mails.Input(subject, body))?.HasDropboxRequest);

    [Theory]
    [InlineData("désabonner, tarifs habituels")]
    [InlineData("désabonner, journée, tarif habituel")]
    [InlineData("journée, tarifs habituels https://dropbox.com/request/x")]
    [InlineData(Body + " Annulation")]
    [InlineData(Body + " facturation")]
    [InlineData(Body + " Factures")]
    [InlineData(Body + " momentanément")]
    [InlineData(Body + " Référence\u00A0 client")]
    [InlineData(Body + " TOTAL HT")]
    public void Other_matters_are_not_recognised(string body) =>
        Assert.Null(_detector.Detect(Mails.Input("Bonjour", body)));
}
