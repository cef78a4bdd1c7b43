using System.Globalization;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class LedgerContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    /// <summary>How many records the host is to keep.</summary>
    public const int Capacity = 100;

    [Fact]
    public async Task The_record_of_a_mail_is_found_and_replaced_by_a_later_one()
    {
        Assert.Null(await Host.Ledger.FindAsync("a", Token));

        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "a"), Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "a") with { Status = EmailStatus.Failed, Reason = DecisionReason.DeliveryFailed }, Token);

        Assert.Equal(EmailStatus.Failed, (await Host.Ledger.FindAsync("a", Token))?.Status);
        Assert.Single((await Host.Ledger.ListAsync(new LedgerQuery { Limit = 10 }, Token)).Records);
    }

    [Fact]
    public async Task A_change_gets_what_is_stored_and_says_what_is_kept()
    {
        var first = Records.At(Host.Clock, "a") with { Subject = "first" };
        var second = first with { Subject = "second" };

        Assert.Null(await Host.Ledger.UpdateAsync("a", Keep(null), Token));
        Assert.Null(await Host.Ledger.FindAsync("a", Token));
        Assert.Equal("first", (await Host.Ledger.UpdateAsync("a", _ => first, Token))?.Subject);
        Assert.Equal("first", (await Host.Ledger.UpdateAsync("a", Keep("first"), Token))?.Subject);
        Assert.Equal("second", (await Host.Ledger.UpdateAsync("a", stored => stored?.Subject == "first" ? second : null, Token))?.Subject);
        Assert.Equal("second", (await Host.Ledger.FindAsync("a", Token))?.Subject);

        static Func<LedgerRecord?, LedgerRecord?> Keep(string? subject) => stored =>
        {
            Assert.Equal(subject, stored?.Subject);
            return null;
        };
    }

    [Fact]
    public async Task A_change_that_fails_or_returns_the_record_of_another_mail_writes_nothing()
    {
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "a"), Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Ledger.UpdateAsync("a", _ => throw new InvalidOperationException("refused"), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Host.Ledger.UpdateAsync("a", _ => Records.At(Host.Clock, "b"), Token));

        Assert.Equal(["a"], await ListAsync(new LedgerQuery()));
    }

    [Fact]
    public async Task Of_changes_at_once_none_is_lost()
    {
        var start = Records.At(Host.Clock, "a") with { Subject = "0" };
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(
            () => Host.Ledger.UpdateAsync("a", stored => start with { Subject = $"{int.Parse(stored?.Subject ?? "0", CultureInfo.InvariantCulture) + 1}" }, Token),
            Token)));

        Assert.Equal("40", (await Host.Ledger.FindAsync("a", Token))?.Subject);
    }

    [Fact]
    public async Task Only_the_newest_records_are_kept()
    {
        for (var i = 0; i < 130; i++)
        {
            Host.Clock.Advance(Duration.FromSeconds(1));
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, $"mail {i}"), Token);
        }

        var kept = (await Host.Ledger.ListAsync(new LedgerQuery { Limit = 1000 }, Token)).Records;

        Assert.Equal(Capacity, kept.Count);
        Assert.Equal("mail 129", kept[0].Id);
        Assert.Equal("mail 30", kept[^1].Id);
        Assert.Null(await Host.Ledger.FindAsync("mail 29", Token));
    }

    [Fact]
    public async Task The_log_has_the_sends_of_all_mails_the_newest_first()
    {
        var start = Host.Clock.GetCurrentInstant();
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "a") with { Log = [Entry("a1", start), Entry("a2", start + Duration.FromSeconds(3))] }, Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "b") with { Log = [Entry("b1", start + Duration.FromSeconds(1)), Entry("b2", start + Duration.FromSeconds(1))] }, Token);

        Assert.Equal(["a2", "b2", "b1", "a1"], await LogAsync(start, 10));
        Assert.Equal(["a2", "b2"], await LogAsync(start, 2));
        Assert.Equal(["a2", "b2", "b1"], await LogAsync(start + Duration.FromSeconds(1), 10));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Host.Ledger.ListLogAsync(start, 0, Token));
    }

    [Fact]
    public async Task What_each_cycle_says_again_of_a_mail_that_waits_stands_in_the_log_once_with_its_newest_time()
    {
        var start = Host.Clock.GetCurrentInstant();
        var record = Records.At(Host.Clock, "a");
        for (var second = 0; second < 5; second++)
        {
            // A send between two waits: the wait before it and the one after it are two.
            var entry = Entry("a", start + Duration.FromSeconds(second)) with { Attempts = second == 1 ? 1 : 0 };
            await Host.Ledger.UpdateAsync("a", stored => (stored ?? record).WithLog([entry]), Token);
        }

        var log = await Host.Ledger.ListLogAsync(start, 10, Token);

        Assert.Equal([4, 1, 0], log.Select(entry => (int)(entry.Timestamp - start).TotalSeconds));
    }

    [Fact]
    public async Task Mails_are_counted_by_the_hour_of_their_decision_status_and_reason()
    {
        var nine = Instant.FromUtc(2026, 11, 5, 9, 0);
        var ten = nine + Duration.FromHours(1);
        await DecideAsync("a", nine, EmailStatus.Sent, DecisionReason.Deliver);
        await DecideAsync("b", ten - Duration.Epsilon, EmailStatus.Sent, DecisionReason.Deliver);
        await DecideAsync("c", nine, EmailStatus.Left, DecisionReason.WindowClosed);
        await DecideAsync("d", nine, EmailStatus.Left, DecisionReason.RateLimited);
        await DecideAsync("e", ten, EmailStatus.Sent, DecisionReason.Deliver);

        Assert.Equal(
            [
                new(nine, EmailStatus.Sent, DecisionReason.Deliver, 2),
                new(nine, EmailStatus.Left, DecisionReason.WindowClosed, 1),
                new(nine, EmailStatus.Left, DecisionReason.RateLimited, 1),
                new(ten, EmailStatus.Sent, DecisionReason.Deliver, 1),
            ],
            await CountAsync(nine, ten + Duration.FromHours(1)));
    }

    [Fact]
    public async Task Of_a_span_the_first_moment_counts_and_the_last_does_not()
    {
        var half = Instant.FromUtc(2026, 11, 5, 9, 30);
        await DecideAsync("before", half - Duration.Epsilon, EmailStatus.Sent, DecisionReason.Deliver);
        await DecideAsync("first", half, EmailStatus.Skipped, DecisionReason.Reply);
        await DecideAsync("last", half + Duration.FromHours(2) - Duration.Epsilon, EmailStatus.Failed, DecisionReason.DeliveryFailed);
        await DecideAsync("after", half + Duration.FromHours(2), EmailStatus.Sent, DecisionReason.Deliver);

        Assert.Equal(
            [
                new(Instant.FromUtc(2026, 11, 5, 9, 0), EmailStatus.Skipped, DecisionReason.Reply, 1),
                new(Instant.FromUtc(2026, 11, 5, 11, 0), EmailStatus.Failed, DecisionReason.DeliveryFailed, 1),
            ],
            await CountAsync(half, half + Duration.FromHours(2)));
        Assert.Empty(await CountAsync(half, half));
    }

    [Fact]
    public async Task A_mail_that_is_decided_anew_counts_once_as_what_it_is_now()
    {
        var nine = Instant.FromUtc(2026, 11, 5, 9, 0);
        await DecideAsync("a", nine, EmailStatus.Left, DecisionReason.WindowClosed);
        await DecideAsync("a", nine + Duration.FromHours(5), EmailStatus.Sent, DecisionReason.Deliver);

        Assert.Equal([new(nine + Duration.FromHours(5), EmailStatus.Sent, DecisionReason.Deliver, 1)], await CountAsync(nine, nine + Duration.FromDays(1)));
    }

    private Task DecideAsync(string id, Instant at, EmailStatus status, DecisionReason reason) =>
        Host.Ledger.WriteAsync(Records.At(Host.Clock, id) with { DecidedAt = at, Status = status, Reason = reason }, Token);

    private async Task<IEnumerable<LedgerCount>> CountAsync(Instant from, Instant to) =>
        (await Host.Ledger.CountAsync(from, to, Token)).OrderBy(count => count.Hour).ThenBy(count => count.Status).ThenBy(count => count.Reason);

    private static WebhookLogEntry Entry(string id, Instant at) =>
        new() { Timestamp = at, Type = WebhookLogType.Custom, EmailId = id, Status = WebhookLogStatus.Success, Attempts = 1 };

    private async Task<IEnumerable<string>> LogAsync(Instant since, int limit) =>
        (await Host.Ledger.ListLogAsync(since, limit, Token)).Select(entry => entry.EmailId);

    private async Task<IEnumerable<string>> ListAsync(LedgerQuery query) =>
        (await Host.Ledger.ListAsync(query, Token)).Records.Select(record => record.Id);
}
