using System.Diagnostics;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class SlowRedisTests : RedisTest
{
    [Fact]
    public async Task A_first_connection_that_takes_longer_than_a_command_is_no_outage()
    {
        await using var way = new TcpProxy(Redis.Port) { Delay = TimeSpan.FromSeconds(1) };
        var app = Run(options =>
        {
            options.Url = $"redis://127.0.0.1:{way.Port}";
            options.CommandTimeout = TimeSpan.FromMilliseconds(250);
        });
        await app.StartAsync();

        await app.Store.MarkProcessedAsync("mail", Cancellation);
        way.Delay = TimeSpan.Zero;

        await WaitForMessageAsync("1 entries that Redis at");
        Assert.Equal(1, (int)await CommandAsync("ZCARD", EmailsByTime));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_Redis_that_answers_too_late_is_one_outage_until_it_is_fast_again()
    {
        await using var way = new TcpProxy(Redis.Port);
        var store = Run(options =>
        {
            options.Url = $"redis://127.0.0.1:{way.Port}";
            options.CommandTimeout = TimeSpan.FromMilliseconds(500);
            options.ProbeInterval = TimeSpan.FromMilliseconds(200);
        }).Store;
        await store.MarkProcessedAsync("before", Cancellation);
        way.Delay = TimeSpan.FromSeconds(1);

        Assert.True(await store.IsProcessedAsync("before", Cancellation));
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 3; round++)
        {
            var probes = Probes();
            await store.MarkProcessedAsync($"mail {round}", Cancellation);
            Assert.True(await Polling.UntilAsync(_ => Task.FromResult(Probes() >= probes + 2), TimeSpan.FromSeconds(20), Cancellation));
        }

        Assert.DoesNotContain(Log.Records, record => record.Message.Contains("is back after", StringComparison.Ordinal));
        Assert.InRange(watch.Elapsed.TotalSeconds, 1, 60);

        way.Delay = TimeSpan.Zero;
        await WaitUntilBackAsync();
        Assert.Equal(4, (int)await CommandAsync("ZCARD", EmailsByTime));
        AssertOneWarningAndOneReturn();

        int Probes() => Log.Records.Count(record => record.Message.StartsWith("Redis is still away", StringComparison.Ordinal));
    }
}
