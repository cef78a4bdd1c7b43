namespace RenderSignal.Abstractions.Tests;

/// <summary>Row 7 of REFERENCE section 1, and the times that receivers are told (section 4).</summary>
public sealed class WindowRowTests
{
    private const string Before = "2026-11-04 08:59";
    private const string Within = "2026-11-04 09:00";
    private const string After = "2026-11-04 17:00";

    [Theory, InlineData(Before), InlineData(After)]
    public void A_recadrage_outside_the_window_is_acknowledged_and_not_sent(string now) =>
        At(Deciding.Recadrage, now).Ends(EmailAction.Acknowledge, DecisionReason.WindowClosed);

    [Theory, InlineData(Before), InlineData(After)]
    public void An_urgent_desabo_outside_the_window_is_left(string now) =>
        At(Deciding.UrgentDesabo, now).Ends(EmailAction.Leave, DecisionReason.WindowClosed);

    [Theory, InlineData(Before), InlineData(After)]
    public void A_mail_of_no_kind_outside_the_window_is_left(string now)
    {
        At(new Deciding(), now).Ends(EmailAction.Leave, DecisionReason.WindowClosed);
        (At(new Deciding(), now) with { Body = "rien" }).Ends(EmailAction.Leave, DecisionReason.WindowClosed);
    }

    [Fact]
    public void A_mail_within_the_window_is_told_now_and_the_end()
    {
        Times(At(new Deciding(), Within), DeliveryRoutes.Custom, "maintenant", "17h00");
        Times(At(Deciding.Recadrage, Within), DeliveryRoutes.Custom, "maintenant", "17h00");
        Times(At(Deciding.UrgentDesabo, Within), DeliveryRoutes.Custom, "maintenant", "17h00");
        Times(At(Deciding.MakeDesabo, Within), DeliveryRoutes.Desabo, "maintenant", "17h00");
    }

    [Fact]
    public void A_desabo_that_is_not_urgent_passes_before_the_window_and_is_told_its_start()
    {
        Times(At(Deciding.Desabo, Before), DeliveryRoutes.Custom, "9:00", "17h00");
        Times(At(Deciding.MakeDesabo, Before), DeliveryRoutes.Desabo, "9:00", "17h00");
    }

    [Fact]
    public void A_desabo_that_is_not_urgent_passes_after_the_window_to_the_custom_receiver_only()
    {
        Times(At(Deciding.Desabo, After), DeliveryRoutes.Custom, null, "17h00");
        At(Deciding.MakeDesabo, After).Ends(EmailAction.Leave, DecisionReason.WindowClosed);
    }

    [Fact]
    public void Without_a_window_only_the_auto_responder_is_told_now()
    {
        Times(new Deciding(), DeliveryRoutes.Custom, null, null);
        Times(Deciding.Desabo, DeliveryRoutes.Custom, null, null);
        Times(Deciding.MakeDesabo, DeliveryRoutes.Desabo, "maintenant", null);
    }

    [Theory]
    [InlineData("9h00", null)]
    [InlineData(null, "9h00")]
    [InlineData("9 heures", "9h30")]
    public void A_window_with_a_side_missing_or_unreadable_is_always_open(string? start, string? end) =>
        Deciding.Recadrage.WithWindow(start, end).IsSentBy(DeliveryRoutes.Custom);

    [Fact]
    public void A_window_across_midnight_is_open_in_the_night_and_opens_later_by_day()
    {
        var night = Deciding.Desabo.WithWindow("22h00", "06h00");

        Times(night with { Now = "2026-11-04 23:00" }, DeliveryRoutes.Custom, "maintenant", "06h00");
        Times(night with { Now = "2026-11-04 05:59" }, DeliveryRoutes.Custom, "maintenant", "06h00");
        Times(night with { Now = "2026-11-04 06:00" }, DeliveryRoutes.Custom, "22h00", "06h00");
    }

    private static Deciding At(Deciding mail, string now) => mail.WithWindow("9:00", "17h00") with { Now = now };

    private static void Times(Deciding mail, string route, string? start, string? end)
    {
        var decision = mail.IsSentBy(route);
        Assert.Equal((start, end), (decision.WindowStart, decision.WindowEnd));
    }
}
