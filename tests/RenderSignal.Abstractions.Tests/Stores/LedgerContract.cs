using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class LedgerContract(StoreKind kind) : StoreContract(kind)
{
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

    [Fact]
    public async Task Only_the_newest_records_are_kept()
    {
        for (var i = 0; i < 130; i++)
        {
            Host.Clock.Advance(Duration.FromSeconds(1));
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, $"mail {i}"), Token);
        }

        var kept = (await Host.Ledger.ListAsync(new LedgerQuery { Limit = 1000 }, Token)).Records;

        Assert.Equal(100, kept.Count);
        Assert.Equal("mail 129", kept[0].Id);
        Assert.Equal("mail 30", kept[^1].Id);
        Assert.Null(await Host.Ledger.FindAsync("mail 29", Token));
    }
}
