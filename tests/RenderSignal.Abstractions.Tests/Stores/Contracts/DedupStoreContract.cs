using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class DedupStoreContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("an id of another make é")]
    [InlineData("")]
    public async Task A_marked_mail_is_processed(string id)
    {
        Assert.False(await Host.Dedup.IsProcessedAsync(id, Token));

        await Host.Dedup.MarkProcessedAsync(id, Token);

        Assert.True(await Host.Dedup.IsProcessedAsync(id, Token));
        Assert.False(await Host.Dedup.IsGroupProcessedAsync(id, Token));
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_two()
    {
        await Host.Dedup.MarkProcessedAsync("ABCDEF0123456789ABCDEF0123456789", Token);

        Assert.True(await Host.Dedup.IsProcessedAsync("ABCDEF0123456789ABCDEF0123456789", Token));
        Assert.False(await Host.Dedup.IsProcessedAsync("abcdef0123456789abcdef0123456789", Token));
    }

    [Fact]
    public async Task An_id_is_forgotten_after_the_retention_counted_from_its_last_mark()
    {
        await Host.Dedup.MarkProcessedAsync("once", Token);
        await Host.Dedup.MarkProcessedAsync("twice", Token);
        await Host.AdvanceAsync(Duration.FromDays(399));
        Assert.True(await Host.Dedup.IsProcessedAsync("once", Token));
        await Host.Dedup.MarkProcessedAsync("twice", Token);

        await Host.AdvanceAsync(Duration.FromDays(1));

        Assert.False(await Host.Dedup.IsProcessedAsync("once", Token));
        Assert.True(await Host.Dedup.IsProcessedAsync("twice", Token));
    }

    [Fact]
    public async Task A_group_lives_as_long_as_it_was_given_or_else_as_the_retention()
    {
        await Host.Dedup.MarkGroupProcessedAsync("2026-11:lot_7", Duration.FromHours(2), Token);
        await Host.Dedup.MarkGroupProcessedAsync("2026-11:lot_8", null, Token);
        await Host.Dedup.MarkGroupProcessedAsync("2026-11:lot_9", Duration.FromDays(500), Token);

        await Host.AdvanceAsync(Duration.FromMinutes(119));
        Assert.True(await Host.Dedup.IsGroupProcessedAsync("2026-11:lot_7", Token));

        await Host.AdvanceAsync(Duration.FromMinutes(1));
        Assert.False(await Host.Dedup.IsGroupProcessedAsync("2026-11:lot_7", Token));
        Assert.True(await Host.Dedup.IsGroupProcessedAsync("2026-11:lot_8", Token));

        await Host.AdvanceAsync(Duration.FromDays(400));
        Assert.False(await Host.Dedup.IsGroupProcessedAsync("2026-11:lot_8", Token));
        Assert.True(await Host.Dedup.IsGroupProcessedAsync("2026-11:lot_9", Token));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("an id of another make é")]
    public async Task A_forgotten_mail_is_met_as_new_and_the_others_stay(string id)
    {
        await Host.Dedup.MarkProcessedAsync(id, Token);
        await Host.Dedup.MarkProcessedAsync(Hash(1), Token);
        await Host.Dedup.MarkGroupProcessedAsync("lot_7", null, Token);

        Assert.True(await Host.Dedup.ForgetProcessedAsync(id, Token));

        Assert.False(await Host.Dedup.IsProcessedAsync(id, Token));
        Assert.True(await Host.Dedup.IsProcessedAsync(Hash(1), Token));
        Assert.True(await Host.Dedup.IsGroupProcessedAsync("lot_7", Token));
        Assert.False(await Host.Dedup.ForgetProcessedAsync(id, Token));

        await Host.Dedup.MarkProcessedAsync(id, Token);
        Assert.True(await Host.Dedup.IsProcessedAsync(id, Token));
    }

    [Fact]
    public async Task A_mail_that_is_not_known_any_more_cannot_be_forgotten()
    {
        await Host.Dedup.MarkProcessedAsync("old", Token);
        await Host.AdvanceAsync(Duration.FromDays(400));

        Assert.False(await Host.Dedup.ForgetProcessedAsync("old", Token));
        Assert.False(await Host.Dedup.ForgetProcessedAsync("never met", Token));
    }

    [Fact]
    public async Task Eight_writers_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    await Host.Dedup.MarkProcessedAsync(Hash((writer * 1000) + i), Token);
                }
            },
            Token)));

        for (var i = 0; i < 400; i++)
        {
            Assert.True(await Host.Dedup.IsProcessedAsync(Hash((i / 50 * 1000) + (i % 50)), Token));
        }
    }
}
