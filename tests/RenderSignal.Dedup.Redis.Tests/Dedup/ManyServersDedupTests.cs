using NodaTime;
using NodaTime.Testing;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class ManyServersDedupTests : RedisTest
{
    [Fact]
    public async Task A_mail_that_is_forgotten_on_one_server_is_met_as_new_by_another()
    {
        await CommandAsync("SADD", EmailIds, "of the reference");
        var (one, other) = (Run(), RunElsewhere());
        await one.Store.MarkProcessedAsync("mail", Cancellation);

        Assert.True(await other.Store.ForgetProcessedAsync("mail", Cancellation));
        Assert.True(await other.Store.ForgetProcessedAsync("of the reference", Cancellation));

        Assert.True(await one.LocalStore.IsProcessedAsync("mail", Cancellation));
        Assert.False(await one.Store.IsProcessedAsync("mail", Cancellation));
        Assert.False(await one.Store.ForgetProcessedAsync("mail", Cancellation));
        Assert.False(await one.Store.IsProcessedAsync("of the reference", Cancellation));
    }

    [Fact]
    public async Task Of_many_who_forget_a_mail_at_once_one_is_told_that_it_was_known()
    {
        RedisApp[] servers = [Run(), RunElsewhere()];
        await servers[0].Store.MarkProcessedAsync("mail", Cancellation);

        var known = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(
            () => servers[number % 2].Store.ForgetProcessedAsync("mail", Cancellation), Cancellation)));

        Assert.Single(known, wasKnown => wasKnown);
    }

    [Fact]
    public async Task The_sets_of_the_reference_get_an_end_unless_they_have_one()
    {
        await CommandAsync("SADD", EmailIds, "old-mail");
        await CommandAsync("SADD", Groups, "2026-11:lot_7");
        await CommandAsync("EXPIRE", Groups, "1000");

        await Run().StartAsync();
        Assert.True(await TestKit.Polling.UntilAsync(
            async _ => (int)await CommandAsync("TTL", EmailIds) > 0, TimeSpan.FromSeconds(20), Cancellation));

        Assert.InRange((int)await CommandAsync("TTL", EmailIds), 399 * 86_400, 400 * 86_400);
        Assert.InRange((int)await CommandAsync("TTL", Groups), 900, 1000);
    }

    [Fact]
    public async Task What_is_older_than_the_retention_is_taken_out_as_new_ids_come()
    {
        var clock = FakeClock.FromUtc(2026, 11, 5);
        var store = Run(clock: clock).Store;
        for (var number = 0; number < 150; number++)
        {
            await store.MarkProcessedAsync($"old {number}", Cancellation);
        }

        clock.Advance(Duration.FromDays(400));
        await store.MarkProcessedAsync("new", Cancellation);
        Assert.Equal(51, (int)await CommandAsync("ZCARD", EmailsByTime)); // a hundred a call
        await store.MarkProcessedAsync("newer", Cancellation);

        Assert.Equal(["new", "newer"], (string[])(await CommandAsync("ZRANGE", EmailsByTime, 0, -1))!);
    }
}
