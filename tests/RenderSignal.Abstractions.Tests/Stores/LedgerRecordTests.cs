using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>Two records of one mail that were written apart.</summary>
public sealed class LedgerRecordTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 5, 10, 0);

    [Fact]
    public void The_later_decision_stands_with_the_first_sight_and_the_sends_of_both()
    {
        var early = Record(0, EmailStatus.Failed, DecisionReason.DeliveryFailed, Send(1), Send(3));
        var late = Record(5, EmailStatus.Sent, DecisionReason.Deliver, Send(1), Send(2), Send(5));

        foreach (var merged in new[] { early.MergedWith(late), late.MergedWith(early) })
        {
            Assert.Equal((EmailStatus.Sent, Start, Start + Duration.FromMinutes(5)), (merged.Status, merged.FirstSeenAt, merged.DecidedAt));
            Assert.Equal([Send(1), Send(2), Send(3), Send(5)], merged.Log);
        }
    }

    [Fact]
    public void That_a_mail_was_met_again_is_later_and_says_less_than_what_was_done_with_it()
    {
        var sent = Record(0, EmailStatus.Sent, DecisionReason.Deliver, Send(0));

        Assert.Equal(EmailStatus.Sent, sent.MergedWith(Record(5, EmailStatus.Skipped, DecisionReason.AlreadyProcessed)).Status);
        Assert.Equal(EmailStatus.Sent, sent.MergedWith(Record(5, EmailStatus.Left, DecisionReason.ClaimedElsewhere)).Status);
        Assert.Equal(EmailStatus.Sent, Record(5, EmailStatus.Skipped, DecisionReason.GroupAlreadyProcessed).MergedWith(sent).Status);
    }

    [Fact]
    public void Of_the_entries_of_both_those_of_a_mail_that_waits_go_before_its_sends()
    {
        WebhookLogEntry[] waits = [.. Enumerable.Range(10, 15).Select(minute => Send(minute) with { Attempts = 0 })];
        var merged = Record(0, EmailStatus.Left, DecisionReason.RateLimited, waits)
            .MergedWith(Record(1, EmailStatus.Failed, DecisionReason.DeliveryFailed, [.. Enumerable.Range(0, 10).Select(Send)]));

        Assert.Equal(LedgerRecord.MaxLogEntries, merged.Log.Count);
        Assert.Equal(10, merged.Log.Count(entry => entry.Attempts > 0));
        Assert.Equal(waits[^1], merged.Log[^1]);
    }

    private static LedgerRecord Record(int minute, EmailStatus status, DecisionReason reason, params WebhookLogEntry[] log) => new()
    {
        Id = "a",
        Status = status,
        Reason = reason,
        FirstSeenAt = Start + Duration.FromMinutes(minute),
        DecidedAt = Start + Duration.FromMinutes(minute),
        Log = log,
    };

    private static WebhookLogEntry Send(int minute) => new()
    {
        Timestamp = Start + Duration.FromMinutes(minute),
        Type = WebhookLogType.Custom,
        EmailId = "a",
        Status = WebhookLogStatus.Success,
        Attempts = 1,
    };
}
