using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The list of records, page by page.</summary>
public abstract class LedgerListContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    [Fact]
    public async Task The_newest_decisions_come_first()
    {
        var first = Records.At(Host.Clock, "first");
        Host.Clock.Advance(Duration.FromSeconds(1));
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "second"), Token);
        await Host.Ledger.WriteAsync(first, Token);
        Host.Clock.Advance(Duration.FromSeconds(1));
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "third"), Token);

        Assert.Equal(["third", "second", "first"], (await Host.Ledger.ListAsync(new LedgerQuery { Limit = 10 }, Token)).Records.Select(record => record.Id));
        Assert.Equal(["third", "second"], (await Host.Ledger.ListAsync(new LedgerQuery { Limit = 2 }, Token)).Records.Select(record => record.Id));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Host.Ledger.ListAsync(new LedgerQuery { Limit = 0 }, Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Page_after_page_shows_every_record_once_also_those_of_one_instant(int limit)
    {
        for (var i = 0; i < 20; i++)
        {
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, $"mail {i}"), Token);
            if (i % 5 == 4)
            {
                Host.Clock.Advance(Duration.FromNanoseconds(1));
            }
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"mail {19 - i}"), await PageThroughAsync(new LedgerQuery { Limit = limit }));
    }

    [Fact]
    public async Task Records_that_are_decided_anew_between_two_pages_hide_no_other()
    {
        foreach (var id in (string[])["e", "d", "c", "b", "a"])
        {
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, id), Token);
        }

        var redecided = new Queue<string>(["b", "c"]);
        var shown = await PageThroughAsync(new LedgerQuery { Limit = 2 }, async () =>
        {
            // The last of the page shown, among others: the place that the next page begins at.
            Host.Clock.Advance(Duration.FromSeconds(1));
            if (redecided.TryDequeue(out var id))
            {
                await Host.Ledger.WriteAsync(Records.At(Host.Clock, id) with { Detail = "anew" }, Token);
            }
        });

        Assert.Equal(["a", "b", "c", "d", "e"], shown.Distinct().Order());
    }

    [Fact]
    public async Task A_send_that_is_added_between_two_pages_moves_no_record()
    {
        foreach (var id in (string[])["c", "b", "a"])
        {
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, id), Token);
        }

        var at = Host.Clock.GetCurrentInstant();
        var shown = await PageThroughAsync(new LedgerQuery { Limit = 1 }, () => Host.Ledger.WriteAsync(
            Records.At(Host.Clock, "c") with { DecidedAt = at, Log = Records.Full.Log }, Token));

        Assert.Equal(["a", "b", "c"], shown);
    }

    [Fact]
    public async Task A_place_without_a_record_is_after_its_instant()
    {
        var first = Host.Clock.GetCurrentInstant();
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "old"), Token);
        Host.Clock.Advance(Duration.FromSeconds(1));
        var second = Host.Clock.GetCurrentInstant();
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "new"), Token);

        Assert.Equal(["old"], await ListAsync(new LedgerQuery { Before = new LedgerCursor(second, null) }));
        Assert.Empty(await ListAsync(new LedgerQuery { Before = new LedgerCursor(first, null) }));
        Assert.Equal(["new", "old"], await ListAsync(new LedgerQuery { Before = new LedgerCursor(second + Duration.FromSeconds(1), null) }));
    }

    [Fact]
    public async Task The_last_page_has_no_next_even_when_it_is_full()
    {
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "a"), Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "b"), Token);

        Assert.Null((await Host.Ledger.ListAsync(new LedgerQuery { Limit = 2 }, Token)).Next);
        Assert.NotNull((await Host.Ledger.ListAsync(new LedgerQuery { Limit = 1 }, Token)).Next);
    }

    [Fact]
    public async Task Records_are_filtered_by_what_became_of_the_mail_and_why()
    {
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "sent"), Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "closed") with { Status = EmailStatus.Left, Reason = DecisionReason.WindowClosed }, Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "off") with { Status = EmailStatus.Left, Reason = DecisionReason.SendingDisabled }, Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "failed") with { Status = EmailStatus.Failed, Reason = DecisionReason.DeliveryFailed }, Token);

        Assert.Equal(["off", "closed"], await ListAsync(new LedgerQuery { Statuses = [EmailStatus.Left] }));
        Assert.Equal(["off"], await ListAsync(new LedgerQuery { Reasons = [DecisionReason.SendingDisabled] }));
        Assert.Equal(["failed", "off", "sent"], await ListAsync(new LedgerQuery
        {
            Statuses = [EmailStatus.Sent, EmailStatus.Failed],
            Reasons = [DecisionReason.SendingDisabled],
        }));
        Assert.Equal(["off", "closed"], await PageThroughAsync(new LedgerQuery { Statuses = [EmailStatus.Left], Limit = 1 }));
    }

    [Theory]
    [InlineData("MEDIA", true)]
    [InlineData("média", true)]
    [InlineData("lot 7", true)]
    [InlineData("ACHATS@", true)]
    [InlineData("recad", true)]
    [InlineData("réponDu", true)]
    [InlineData("0123456789ABCDEF0123456789abcdef", true)]
    [InlineData("0123", false)]
    [InlineData("lot 8", false)]
    public async Task Text_is_found_in_any_case_with_or_without_accents(string text, bool isFound)
    {
        await Host.Ledger.WriteAsync(Records.Full with { Detail = "Le récepteur a répondu 503" }, Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "other"), Token);

        Assert.Equal(isFound ? [Records.Full.Id] : [], await ListAsync(new LedgerQuery { Text = text }));
    }

    private async Task<IEnumerable<string>> ListAsync(LedgerQuery query) =>
        (await Host.Ledger.ListAsync(query, Token)).Records.Select(record => record.Id);

    /// <summary>Asks for page after page as a caller over HTTP does: with the text of the place.</summary>
    private async Task<List<string>> PageThroughAsync(LedgerQuery query, Func<Task>? between = null)
    {
        var shown = new List<string>();
        LedgerCursor? before = null;
        do
        {
            var page = await Host.Ledger.ListAsync(query with { Before = before }, Token);
            Assert.InRange(page.Records.Count, 1, query.Limit);
            shown.AddRange(page.Records.Select(record => record.Id));
            before = page.Next is { } next ? LedgerCursor.TryParse(next.ToString()) ?? throw new FormatException($"{next} is not read back.") : null;
            await (between?.Invoke() ?? Task.CompletedTask);
        }
        while (before is not null && shown.Count < 1000);

        return shown;
    }
}
