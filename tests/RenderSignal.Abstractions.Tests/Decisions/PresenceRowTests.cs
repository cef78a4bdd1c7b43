namespace RenderSignal.Abstractions.Tests;

/// <summary>Row 4 of REFERENCE section 1.</summary>
public sealed class PresenceRowTests
{
    [Theory]
    [InlineData("2026-11-05 10:00")]
    [InlineData("2026-11-06 23:59")]
    public void Presence_on_Thursday_or_Friday_is_sent_without_a_link_and_stands_alone(string now)
    {
        var decision = (Deciding.Presence with { Now = now, IsGroupProcessed = true, SendsLastHour = 99 }).IsSentBy(DeliveryRoutes.Presence);

        Assert.Equal(DetectorNames.Presence, decision.Detection?.Detector);
        Assert.False(decision.RemembersGroup);
    }

    [Theory]
    [InlineData("2026-11-04 23:59")]
    [InlineData("2026-11-07 00:00")]
    public void Presence_on_another_day_goes_on_with_row_5(string now)
    {
        (Deciding.Presence with { Now = now }).Ends(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink);
        (Deciding.Presence with { Now = now, IsGroupProcessed = true }).Ends(EmailAction.Acknowledge, DecisionReason.GroupAlreadyProcessed);
    }

    [Fact]
    public void Presence_on_Thursday_in_a_closed_window_goes_on_with_row_5()
    {
        var closed = Deciding.Presence.WithWindow("11h00", "12h00");

        closed.Ends(EmailAction.Leave, DecisionReason.WindowClosed);
        (closed with { IsGroupProcessed = true }).Ends(EmailAction.Acknowledge, DecisionReason.GroupAlreadyProcessed);
    }

    [Theory]
    [InlineData("Présence", "samedi")]
    [InlineData("samedi", "Bonjour")]
    public void The_word_must_stand_in_subject_and_body(string subject, string body) =>
        (Deciding.Presence.WithSubject(subject) with { Body = body }).Ends(EmailAction.Acknowledge, DecisionReason.NoDeliveryLink);

    [Theory]
    [InlineData(true, "PRESENCE_TRUE_MAKE_WEBHOOK_URL is not set")]
    [InlineData(false, "PRESENCE_FALSE_MAKE_WEBHOOK_URL is not set")]
    public void Presence_without_a_hook_for_the_current_flag_is_acknowledged(bool flag, string detail)
    {
        var other = Deciding.Presence.With(webhooks => webhooks with
        {
            PresenceFlag = flag,
            PresenceTrueUrl = flag ? null : webhooks.PresenceTrueUrl,
            PresenceFalseUrl = flag ? webhooks.PresenceFalseUrl : null,
        });

        other.Ends(EmailAction.Acknowledge, DecisionReason.PresenceHookMissing);
        Assert.Equal(detail, other.Decide().Detail);
        other.With(webhooks => webhooks with { PresenceFlag = !flag }).IsSentBy(DeliveryRoutes.Presence);
    }

    [Fact]
    public void Presence_needs_no_custom_receiver() => Deciding.Presence.With(webhooks => webhooks with { Url = null }).IsSentBy(DeliveryRoutes.Presence);

    [Fact]
    public void Presence_carries_the_window_of_the_start_whatever_an_operator_changed()
    {
        var decision = Deciding.Presence.WithWindow("08h00", "20h00")
            .With(webhooks => webhooks with { StartupWindow = new TimeWindow("13h00", "19h00") })
            .IsSentBy(DeliveryRoutes.Presence);

        Assert.Equal(("13h00", "19h00"), (decision.WindowStart, decision.WindowEnd));
    }

    [Fact]
    public void Presence_without_a_window_at_start_carries_none()
    {
        var decision = Deciding.Presence.WithWindow("08h00", "20h00").IsSentBy(DeliveryRoutes.Presence);

        Assert.Equal((null, null), (decision.WindowStart, decision.WindowEnd));
    }

    [Fact]
    public void Presence_is_left_while_sending_is_switched_off() =>
        Deciding.Presence.With(webhooks => webhooks with { SendingEnabled = false }).Ends(EmailAction.Leave, DecisionReason.SendingDisabled);
}
