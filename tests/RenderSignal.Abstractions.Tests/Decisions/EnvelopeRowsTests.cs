using System.Globalization;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>Rows 1 to 3 of REFERENCE section 1, and what else needs no body.</summary>
public sealed class EnvelopeRowsTests
{
    private static readonly PollingSettings OthersOnly = new() { Senders = ["chef@example.test"] };

    [Fact]
    public void A_sender_that_is_not_on_the_allowlist_is_left() =>
        (new Deciding { Polling = OthersOnly }).Ends(EmailAction.Leave, DecisionReason.SenderNotAllowed);

    [Fact]
    public void A_sender_on_the_allowlist_is_welcome_in_any_case() =>
        (new Deciding { Polling = OthersOnly, Email = Mails.Envelope(sender: "Le chef <CHEF@Example.test>") }).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void Without_an_allowlist_every_sender_is_welcome() => new Deciding().IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void A_mail_without_a_sender_is_left_when_there_is_an_allowlist() =>
        (new Deciding { Polling = OthersOnly, Email = Mails.Envelope(sender: "") }).Ends(EmailAction.Leave, DecisionReason.SenderNotAllowed);

    [Fact]
    public void A_mail_that_is_done_is_marked_seen() => (new Deciding { IsProcessed = true }).Ends(EmailAction.MarkSeen, DecisionReason.AlreadyProcessed);

    [Fact]
    public void A_mail_of_a_stranger_stays_unseen_although_it_is_done() =>
        (new Deciding { Polling = OthersOnly, IsProcessed = true }).Ends(EmailAction.Leave, DecisionReason.SenderNotAllowed);

    [Fact]
    public void A_mail_that_is_done_is_sent_again_while_id_dedup_is_switched_off() =>
        (new Deciding { IsProcessed = true, Flags = new RuntimeFlags { DisableEmailIdDedup = true } }).IsSentBy(DeliveryRoutes.Custom);

    [Theory]
    [InlineData("Re: Bonjour")]
    [InlineData("TR : Bonjour")]
    [InlineData("  fwd:Bonjour")]
    [InlineData("Confirmation : Média Solution - Missions Recadrage - Lot 7")]
    public void A_reply_is_acknowledged(string subject) => new Deciding().WithSubject(subject).Ends(EmailAction.Acknowledge, DecisionReason.Reply);

    [Theory]
    [InlineData("Bonjour ")]
    [InlineData("\tBonjour\t")]
    [InlineData("Retour: Bonjour")]
    [InlineData("Bonjour re: rien")]
    public void What_has_no_prefix_is_no_reply(string subject) => new Deciding().WithSubject(subject).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void A_reply_that_is_done_is_only_marked_seen() =>
        (new Deciding { IsProcessed = true }).WithSubject("Re: Bonjour").Ends(EmailAction.MarkSeen, DecisionReason.AlreadyProcessed);

    [Fact]
    public void A_mail_larger_than_the_limit_is_acknowledged_and_its_size_told()
    {
        var decision = (new Deciding { Email = Mails.Envelope(size: (5 * 1024 * 1024) + 1), Preferences = new() { MaxEmailSizeMb = 5 } }).Decide();

        Assert.Equal((EmailAction.Acknowledge, DecisionReason.TooLarge), (decision.Action, decision.Reason));
        Assert.Equal("5.0 MB, max_email_size_mb is 5", decision.Detail);
    }

    [Fact]
    public void The_size_is_told_alike_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            A_mail_larger_than_the_limit_is_acknowledged_and_its_size_told();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, 5)]
    [InlineData(long.MaxValue, null)]
    public void A_mail_within_the_limit_is_sent(long size, int? limit) =>
        (new Deciding { Email = Mails.Envelope(size: size), Preferences = new() { MaxEmailSizeMb = limit } }).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void The_largest_limit_does_not_overflow() =>
        (new Deciding { Preferences = new() { MaxEmailSizeMb = int.MaxValue } }).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void A_reply_that_is_too_large_is_a_reply() =>
        (new Deciding { Email = Mails.Envelope(subject: "Re: x", size: long.MaxValue), Preferences = new() { MaxEmailSizeMb = 1 } })
            .Ends(EmailAction.Acknowledge, DecisionReason.Reply);

    [Fact]
    public void A_mail_whose_receiver_asked_for_a_pause_is_left_until_then()
    {
        var paused = new Deciding { Now = "2026-11-04 10:00", NotBefore = Instant.FromUtc(2026, 11, 4, 9, 0, 1) };

        paused.Ends(EmailAction.Leave, DecisionReason.ReceiverBusy);
        (paused with { NotBefore = Instant.FromUtc(2026, 11, 4, 9, 0) }).IsSentBy(DeliveryRoutes.Custom);
    }
}
