using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSendRateStoreTests : RedisTest
{
    private const string Key = "r:ss:send_rate:v1";

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task Many_servers_that_take_the_last_places_at_once_never_exceed_the_limit()
    {
        const int Limit = 10;
        RedisApp[] servers = [Run(), RunElsewhere(), RunElsewhere(), RunElsewhere()];
        for (var place = 0; place < Limit - 3; place++)
        {
            await servers[place % servers.Length].SendRate.RecordAsync($"earlier {place}", Now, Cancellation);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 80).Select(number => Task.Run(
            () => servers[number % servers.Length].SendRate.TryRecordAsync($"mail {number}", Now, Limit, Cancellation), Cancellation)));

        Assert.Equal(3, taken.Count(isTaken => isTaken));
        Assert.Equal(Limit, (int)await CommandAsync("ZCARD", Key));
        Assert.All(servers, server => Assert.Equal(Limit, server.SendRate.CountSinceAsync(Now - Duration.FromHours(1), Cancellation).Result));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Sends_end_after_their_hour()
    {
        var store = Run().SendRate;
        await store.RecordAsync("old", Now - Duration.FromMinutes(61), Cancellation);
        Assert.InRange((int)await CommandAsync("TTL", Key), 3_600, 7_200);

        await store.RecordAsync("new", Now, Cancellation);

        Assert.Equal(["new"], (string[])(await CommandAsync("ZRANGE", Key, 0, -1))!);
    }

    [Fact]
    public async Task In_an_outage_this_server_keeps_to_the_limit_by_what_it_knows_and_tells_Redis_afterwards()
    {
        var app = Run();
        await app.SendRate.RecordAsync("before", Now, Cancellation);
        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "1");

        Assert.True(await app.SendRate.TryRecordAsync("meanwhile", Now, 2, Cancellation));
        Assert.False(await app.SendRate.TryRecordAsync("one too many", Now, 2, Cancellation));
        Assert.Equal(2, await app.SendRate.CountSinceAsync(Now - Duration.FromHours(1), Cancellation));

        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await WaitUntilBackAsync();
        Assert.False(await RunElsewhere().SendRate.TryRecordAsync("one too many", Now, 2, Cancellation));
        AssertOneWarningAndOneReturn();
    }
}
