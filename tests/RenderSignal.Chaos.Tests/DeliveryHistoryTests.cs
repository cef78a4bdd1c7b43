namespace RenderSignal.Chaos.Tests;

/// <summary>That nothing which breaks the promise goes unnoticed.</summary>
public sealed class DeliveryHistoryTests
{
    private static readonly Dictionary<string, TimeSpan> TwoMails = new() { ["one"] = At(0), ["two"] = At(1) };

    [Fact]
    public void A_delivery_of_each_mail_is_all_that_is_wanted()
    {
        var history = new DeliveryHistory([Sent("one", 1, 2), Sent("two", 2, 3)], TwoMails);

        Assert.Equal((2, 2), (history.Mails, history.Deliveries));
        Assert.Empty(history.Missing);
        Assert.Empty(history.Duplicates);
        Assert.Empty(history.Overlaps);
        Assert.Empty(history.Confusions);
    }

    [Fact]
    public void A_mail_that_was_only_refused_is_missing()
    {
        var history = new DeliveryHistory([Sent("one", 1, 2), Sent("two", 2, 3) with { Answer = ReceiverAnswer.Refused }], TwoMails);

        Assert.Equal(["two"], history.Missing);
    }

    [Fact]
    public void What_is_sent_after_it_was_accepted_is_a_duplicate_and_after_a_refusal_none()
    {
        var again = Sent("one", 4, 5);
        var history = new DeliveryHistory([Sent("one", 0, 1) with { Answer = ReceiverAnswer.Refused }, Sent("one", 2, 3), again], TwoMails);

        Assert.Equal([again], history.Duplicates);
        Assert.Empty(history.Overlaps);
    }

    [Fact]
    public void A_kill_accounts_for_one_duplicate_of_its_server_and_no_more()
    {
        var (one, other) = (Sent("one", 6, 7) with { Sender = "B" }, Sent("two", 8, 9) with { Sender = "B" });
        var history = new DeliveryHistory([Sent("one", 1, 2), Sent("two", 2, 3), one, other], TwoMails);

        Assert.Equal([other], history.Unaccounted([new("A", At(4)), new("B", At(4)), new("A", At(20))]));
        Assert.Equal([one, other], history.Unaccounted([new("A", At(0)), new("B", At(4))]));
    }

    [Fact]
    public void Two_requests_of_one_id_that_overlap_were_in_flight_at_once()
    {
        var (longer, within, touching) = (Sent("one", 1, 5), Sent("one", 2, 3) with { Sender = "B" }, Sent("one", 5, 6));
        var history = new DeliveryHistory([within, longer, touching, Sent("two", 1, 9)], TwoMails);

        Assert.Equal([(longer, within)], history.Overlaps);
    }

    [Fact]
    public void A_mail_with_two_ids_and_an_id_of_two_mails_are_confusions()
    {
        var history = new DeliveryHistory([Sent("one", 1, 2), Sent("one", 3, 4) with { Id = "msg_other" }, Sent("two", 5, 6) with { Id = "msg_other" }], TwoMails);

        Assert.Equal(["'one' had the ids msg_one, msg_other", "msg_other was the id of 'one', 'two'"], history.Confusions);
    }

    [Fact]
    public void A_gap_counts_from_when_a_mail_waits()
    {
        var mails = new Dictionary<string, TimeSpan> { ["one"] = At(0), ["two"] = At(20), ["three"] = At(21) };
        var history = new DeliveryHistory([Sent("one", 1, 2), Sent("three", 22, 23), Sent("two", 26, 27), Sent("two", 90, 91)], mails);

        Assert.Equal(At(4), history.LongestGap);
    }

    private static Delivery Sent(string subject, int from, int to) => new($"msg_{subject}", subject, "A", At(from), At(to), ReceiverAnswer.Accepted);

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);
}
