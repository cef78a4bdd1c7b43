using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisRetryStoreTests : RedisTest
{
    private const string Key = "r:ss:retries:v1";

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task One_server_rests_what_another_one_could_not_read_and_counts_on()
    {
        var (one, other) = (Run(), RunElsewhere());
        var notBefore = Now + Duration.FromMinutes(5);

        await one.Retries.UpdateAsync("1:7", _ => new RetryState(1, notBefore), Cancellation);
        await other.Retries.UpdateAsync("1:7", earlier => earlier! with { Failures = earlier.Failures + 1 }, Cancellation);
        Assert.Equal(new RetryState(2, notBefore), await one.Retries.FindAsync("1:7", Cancellation));

        await other.Retries.RemoveAsync("1:7", Cancellation);
        Assert.Null(await one.Retries.FindAsync("1:7", Cancellation));
        Assert.Equal((0, 0), ((int)await CommandAsync("EXISTS", Key), (int)await CommandAsync("EXISTS", Key + ":by_time")));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Servers_that_count_at_once_lose_none_of_each_other()
    {
        RedisApp[] servers = [Run(), RunElsewhere(), RunElsewhere()];

        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(
            () => servers[number % 3].Retries.UpdateAsync("1:7", earlier => new RetryState(earlier?.Failures + 1 ?? 1, Now), Cancellation), Cancellation)));

        Assert.Equal(30, (await servers[0].Retries.FindAsync("1:7", Cancellation))?.Failures);
    }

    [Fact]
    public async Task What_nobody_asks_for_any_more_is_forgotten()
    {
        var store = Run().Retries;
        await store.UpdateAsync("old", _ => new RetryState(1, Now - Duration.FromDays(401)), Cancellation);
        Assert.Null(await store.FindAsync("old", Cancellation));

        await store.UpdateAsync("new", _ => new RetryState(1, Now), Cancellation);

        Assert.Equal(["new"], (string[])(await CommandAsync("HKEYS", Key))!);
        Assert.Equal(["new"], (string[])(await CommandAsync("ZRANGE", Key + ":by_time", 0, -1))!);
        Assert.InRange((int)await CommandAsync("TTL", Key), 399 * 86_400, 400 * 86_400);
        Assert.InRange((int)await CommandAsync("TTL", Key + ":by_time"), 399 * 86_400, 400 * 86_400);
    }

    [Fact]
    public async Task What_changed_in_an_outage_is_in_force_at_once_and_on_Redis_afterwards()
    {
        var app = Run();
        var notBefore = Now + Duration.FromMinutes(5);
        await app.Retries.UpdateAsync("rests longer", _ => new RetryState(1, notBefore), Cancellation);
        await app.Retries.UpdateAsync("rests no more", _ => new RetryState(1, notBefore), Cancellation);
        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "1");

        await app.Retries.UpdateAsync("rests longer", earlier => earlier! with { Failures = 2 }, Cancellation);
        await app.Retries.RemoveAsync("rests no more", Cancellation);
        await app.Retries.RemoveAsync("never rested", Cancellation);
        Assert.Equal(2, (await app.Retries.FindAsync("rests longer", Cancellation))?.Failures);
        Assert.Null(await app.Retries.FindAsync("rests no more", Cancellation));
        Assert.Equal(2, (await File.ReadAllLinesAsync(Pending, Cancellation)).Length);

        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await WaitUntilBackAsync();
        Assert.Equal(new RetryState(2, notBefore), await RunElsewhere().Retries.FindAsync("rests longer", Cancellation));
        Assert.Equal(["rests longer"], (string[])(await CommandAsync("HKEYS", Key))!);
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task What_is_no_state_is_none()
    {
        await CommandAsync("HSET", Key, "1:7", "nonsense");
        var store = Run().Retries;

        Assert.Null(await store.FindAsync("1:7", Cancellation));
        Assert.Equal(1, (await store.UpdateAsync("1:7", earlier => new RetryState(earlier?.Failures + 1 ?? 1, Now), Cancellation))?.Failures);
    }
}
