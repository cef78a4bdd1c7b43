namespace RenderSignal.Abstractions.Tests;

/// <summary>Rows 5, 6, 8, 9 and 10 of REFERENCE section 1.</summary>
public sealed class GroupAndLinkRowsTests
{
    [Fact]
    public void A_mail_of_a_known_subject_group_is_acknowledged() =>
        (new Deciding { IsGroupProcessed = true }).Ends(EmailAction.Acknowledge, DecisionReason.GroupAlreadyProcessed);

    [Fact]
    public void A_known_subject_group_counts_before_the_window() =>
        (Deciding.UrgentDesabo with { IsGroupProcessed = true }).WithWindow("11h00", "12h00")
            .Ends(EmailAction.Acknowledge, DecisionReason.GroupAlreadyProcessed);

    [Fact]
    public void A_known_subject_group_is_no_obstacle_while_grouping_is_switched_off() =>
        (new Deciding { IsGroupProcessed = true, Polling = new() { SubjectGroupDedup = false } }).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void A_recadrage_is_recognised_before_a_desabo()
    {
        var both = Deciding.Recadrage with { Body = $"{Mails.RecadrageBody} {Mails.DesaboBody}" };

        Assert.Equal(DetectorNames.Recadrage, both.IsSentBy(DeliveryRoutes.Custom).Detection?.Detector);
        Assert.Equal(DetectorNames.Desabo, both.WithSubject("Bonjour").IsSentBy(DeliveryRoutes.Custom).Detection?.Detector);
        Assert.Null(new Deciding().IsSentBy(DeliveryRoutes.Custom).Detection);
    }

    [Fact]
    public void A_mail_without_a_delivery_link_is_acknowledged_unless_the_flag_is_on()
    {
        var linkless = new Deciding { Body = "https://dropbox.com.evil.test/x" };

        linkless.Ends(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink);
        (linkless with { Flags = new() { AllowCustomWebhookWithoutLinks = true } }).IsSentBy(DeliveryRoutes.Custom);
    }

    [Fact]
    public void A_recadrage_recognised_by_the_trace_of_a_link_still_needs_a_link() =>
        (Deciding.Recadrage with { Body = "à faire pour 14h30 dropbox.com/scl/fo/x" }).Ends(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink);

    [Fact]
    public void A_mail_without_a_link_is_acknowledged_while_sending_is_off_or_limited_too() =>
        (new Deciding { Body = "rien", SendsLastHour = 99 }).With(webhooks => webhooks with { SendingEnabled = false })
            .Ends(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink);

    [Fact]
    public void What_would_have_been_sent_is_left_while_sending_is_switched_off()
    {
        var decision = new Deciding().With(webhooks => webhooks with { SendingEnabled = false, Url = null }).Decide();

        Assert.Equal((EmailAction.Leave, DecisionReason.SendingDisabled), (decision.Action, decision.Reason));
        Assert.Null(decision.Route);
    }

    [Fact]
    public void A_mail_for_a_receiver_that_is_not_set_is_left()
    {
        var decision = new Deciding().With(webhooks => webhooks with { Url = null }).Decide();

        Assert.Equal((EmailAction.Leave, DecisionReason.ReceiverMissing), (decision.Action, decision.Reason));
        Assert.Equal("WEBHOOK_URL is not set", decision.Detail);
    }

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 6, true)]
    [InlineData(5, 4, false)]
    [InlineData(0, 99, false)]
    public void The_hourly_limit_leaves_a_mail(int limit, int sends, bool isLeft)
    {
        var mail = new Deciding { SendsLastHour = sends, Preferences = new() { RateLimitPerHour = limit } };

        Assert.Equal(isLeft ? DecisionReason.RateLimited : DecisionReason.Deliver, mail.Decide().Reason);
        Assert.Equal(isLeft ? EmailAction.Leave : EmailAction.Send, mail.Decide().Action);
    }

    [Fact]
    public void The_hourly_limit_is_for_the_custom_route_only()
    {
        (Deciding.MakeDesabo with { SendsLastHour = 99 }).IsSentBy(DeliveryRoutes.Desabo);
        (Deciding.Recadrage with { SendsLastHour = 99 }).With(webhooks => webhooks with { RecadrageMakeUrl = "https://hook.eu2.make.com/r" })
            .IsSentBy(DeliveryRoutes.Recadrage);
        (Deciding.Recadrage with { SendsLastHour = 99 }).Ends(EmailAction.Leave, DecisionReason.RateLimited);
    }

    [Fact]
    public void A_desabo_without_a_Dropbox_request_goes_to_the_custom_receiver() =>
        (Deciding.MakeDesabo with { Body = Mails.DesaboBody }).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void A_mail_that_is_sent_carries_its_links_and_remembers_its_group()
    {
        var decision = (new Deciding { Body = $"{Mails.Link} https://fromsmash.com/x {Mails.Link}" }).IsSentBy(DeliveryRoutes.Custom);

        Assert.Equal(["dropbox", "fromsmash"], decision.Links.Select(link => link.Provider));
        Assert.True(decision.RemembersGroup);
    }

    [Fact]
    public void A_detector_of_somebody_else_chooses_its_own_route_and_is_not_limited()
    {
        var own = new Deciding
        {
            Body = $"{OwnDetector.Word} {Mails.Link}",
            SendsLastHour = 99,
            Detectors = [new OwnDetector(new Detection("devis") { Route = "crm" }), .. Matching.Detectors],
        };

        Assert.Equal("devis", own.IsSentBy("crm").Detection?.Detector);
        own.With(webhooks => webhooks with { Url = null }).IsSentBy("crm");
    }

    [Theory]
    [InlineData(ClosedWindowAction.Leave, EmailAction.Leave, DecisionReason.WindowClosed)]
    [InlineData(ClosedWindowAction.Acknowledge, EmailAction.Acknowledge, DecisionReason.WindowClosed)]
    [InlineData(ClosedWindowAction.Send, EmailAction.Send, DecisionReason.Deliver)]
    public void A_detector_of_somebody_else_says_what_becomes_of_its_mails_in_a_closed_window(
        ClosedWindowAction whenClosed, EmailAction action, DecisionReason reason) =>
        (new Deciding
        {
            Body = $"{OwnDetector.Word} {Mails.Link}",
            Detectors = [new OwnDetector(new Detection("devis") { WhenWindowClosed = whenClosed })],
        }).WithWindow("11h00", "12h00").Ends(action, reason);

    [Fact]
    public void A_detector_of_somebody_else_may_come_before_grouping() =>
        (new Deciding
        {
            Body = OwnDetector.Word,
            IsGroupProcessed = true,
            Detectors = [new OwnDetector(new Detection("devis"), DetectionStage.BeforeGrouping)],
        }).IsSentBy(DeliveryRoutes.Custom);
}
