namespace RenderSignal.Abstractions.Tests;

/// <summary>The settings beside the table of REFERENCE section 1 that look at the text.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("BONJOUR numero")]
    [InlineData("  bônjour   numéro ")]
    [InlineData("Dropbox.com")]
    public void An_excluded_keyword_in_subject_or_body_acknowledges_any_mail(string keyword)
    {
        var decision = (new Deciding { Preferences = new() { ExcludeKeywords = ["absent", keyword] } }).Decide();

        Assert.Equal((EmailAction.Acknowledge, DecisionReason.ExcludedKeyword), (decision.Action, decision.Reason));
        Assert.Equal($"contains '{keyword}'", decision.Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("\u0301")]
    public void A_keyword_that_is_nothing_excludes_nothing(string keyword) =>
        (new Deciding { Preferences = new() { ExcludeKeywords = [keyword] } }).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void Keywords_of_a_detector_exclude_its_mails_only()
    {
        var keywords = new ProcessingPreferences { ExcludeKeywordsRecadrage = ["dropbox"] };

        (Deciding.Recadrage with { Preferences = keywords }).Ends(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword);
        (Deciding.Desabo with { Preferences = keywords }).IsSentBy(DeliveryRoutes.Custom);
        (new Deciding { Preferences = keywords }).IsSentBy(DeliveryRoutes.Custom);
    }

    [Fact]
    public void Keywords_of_the_auto_responder_exclude_desabo_mails_only()
    {
        var keywords = new ProcessingPreferences { ExcludeKeywordsAutorepondeur = ["dropbox"] };

        (Deciding.Desabo with { Preferences = keywords }).Ends(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword);
        (Deciding.Recadrage with { Preferences = keywords }).IsSentBy(DeliveryRoutes.Custom);
    }

    [Fact]
    public void An_excluded_mail_of_a_detector_tells_what_it_was() =>
        Assert.Equal(
            DetectorNames.Recadrage,
            (Deciding.Recadrage with { Preferences = new() { ExcludeKeywordsRecadrage = ["lot"] } }).Decide().Detection?.Detector);

    [Fact]
    public void An_excluded_mail_is_acknowledged_while_the_window_is_closed_too() =>
        (Deciding.UrgentDesabo with { Preferences = new() { ExcludeKeywordsAutorepondeur = ["urgent"] } })
            .WithWindow("11h00", "12h00").Ends(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword);

    [Fact]
    public void An_excluded_keyword_counts_before_presence() =>
        (Deciding.Presence with { Preferences = new() { ExcludeKeywords = ["samedi"] } }).Ends(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword);

    [Fact]
    public void A_mail_with_neither_attachment_nor_link_is_acknowledged_when_one_is_required()
    {
        var required = new Deciding
        {
            Body = "rien",
            Preferences = new() { RequireAttachments = true },
            Flags = new() { AllowCustomWebhookWithoutLinks = true },
        };

        required.Ends(EmailAction.Acknowledge, DecisionReason.AttachmentRequired);
        (required with { Email = Mails.Envelope(hasAttachments: true) }).IsSentBy(DeliveryRoutes.Custom);
        (required with { Body = Mails.Link }).IsSentBy(DeliveryRoutes.Custom);
        (required with { Preferences = new() }).IsSentBy(DeliveryRoutes.Custom);
    }

    [Fact]
    public void Of_a_keyword_and_a_missing_attachment_the_keyword_is_told() =>
        (new Deciding { Body = "rien", Preferences = new() { RequireAttachments = true, ExcludeKeywords = ["rien"] } })
            .Ends(EmailAction.Acknowledge, DecisionReason.ExcludedKeyword);
}
