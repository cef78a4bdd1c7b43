using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class EmptiedRedisTests : RedisTest
{
    private const string Generation = "r:ss:generation:v1";
    private const string SendsKey = "r:ss:send_rate:v1";

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task A_Redis_that_was_restarted_empty_gets_everything_back_with_its_own_times()
    {
        var app = Run();
        await LearnAsync(app);
        await WaitUntilKnownAsync();
        var sentAt = await CommandAsync("ZSCORE", SendsKey, "sent");
        var doneAt = await CommandAsync("ZSCORE", EmailsByTime, "done");
        var generation = (string?)await CommandAsync("GET", Generation);
        await Redis.StopAsync();
        Assert.True(await app.Store.IsProcessedAsync("done", Cancellation));

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        Assert.NotEqual(generation, (string?)await CommandAsync("GET", Generation));
        Assert.Equal((string?)sentAt, (string?)await CommandAsync("ZSCORE", SendsKey, "sent"));
        Assert.InRange((long)doneAt - (long)await CommandAsync("ZSCORE", EmailsByTime, "done"), 0, 1); // the files are told a moment before Redis
        Assert.InRange((int)await CommandAsync("TTL", GroupPrefix + "2026-11:lot_7"), 500, 601);
        await AssertKnownToAnyAsync();
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task A_restart_that_no_command_met_is_noticed_by_the_connection()
    {
        var app = Run();
        await LearnAsync(app);
        await WaitUntilKnownAsync();
        await Redis.StopAsync();

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        await AssertKnownToAnyAsync();
        Assert.Contains("it was emptied, or is another one", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_is_emptied_under_the_connection_is_not_believed_for_one_mail()
    {
        var app = Run();
        await LearnAsync(app);
        await WaitUntilKnownAsync();
        await CommandAsync("FLUSHALL");

        Assert.True(await app.Store.IsProcessedAsync("done", Cancellation));

        await WaitUntilBackAsync();
        await AssertKnownToAnyAsync();
        AssertOneWarningAndOneReturn();
    }

    [Theory]
    [InlineData("group")]
    [InlineData("send")]
    [InlineData("count")]
    [InlineData("retry")]
    public async Task Nor_for_a_group_or_the_limit_or_what_rests(string what)
    {
        var app = Run();
        await LearnAsync(app);
        await WaitUntilKnownAsync();
        await CommandAsync("FLUSHALL");

        Assert.True(what switch
        {
            "group" => await app.Store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation),
            "send" => !await app.SendRate.TryRecordAsync("another", Now, 1, Cancellation),
            "count" => await app.SendRate.CountSinceAsync(Now - Duration.FromHours(1), Cancellation) == 1,
            _ => await app.Retries.FindAsync("1:7", Cancellation) is { Failures: 3 },
        });

        await WaitUntilBackAsync();
        await AssertKnownToAnyAsync();
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task Whoever_misses_something_can_have_it_looked_at()
    {
        var app = Run();
        await LearnAsync(app);
        await WaitUntilKnownAsync();
        await CommandAsync("FLUSHALL");

        app.Services.GetRequiredService<RedisRecovery>().Start();

        await WaitUntilBackAsync();
        await AssertKnownToAnyAsync();
    }

    [Fact]
    public async Task Each_server_gives_what_it_knows()
    {
        var (one, other) = (Run(), RunElsewhere());
        await one.Store.MarkProcessedAsync("of one", Cancellation);
        await other.Store.MarkProcessedAsync("of the other", Cancellation);
        await CommandAsync("FLUSHALL");

        Assert.True(await one.Store.IsProcessedAsync("of one", Cancellation));
        Assert.True(await other.Store.IsProcessedAsync("of the other", Cancellation));

        Assert.True(await TestKit.Polling.UntilAsync(
            async _ => (int)await CommandAsync("ZCARD", EmailsByTime) == 2, TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task A_site_that_begins_with_Redis_takes_its_history_along()
    {
        await using (var files = new RedisApp(Data, Log, _ => { }))
        {
            await LearnAsync(files);
        }

        await Run().StartAsync();
        await WaitForMessageAsync("4 entries that Redis at");

        await AssertKnownToAnyAsync();
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_newer_on_another_Redis_is_not_overwritten()
    {
        await using (var files = new RedisApp(Data, Log, _ => { }))
        {
            await LearnAsync(files);
        }

        var elsewhere = RunElsewhere();
        var inAnHour = Now + Duration.FromHours(1);
        await elsewhere.Retries.UpdateAsync("1:7", _ => new RetryState(9, inAnHour), Cancellation);
        var later = Now + Duration.FromSeconds(30);
        await elsewhere.SendRate.RecordAsync("sent", later, Cancellation);
        await elsewhere.Store.MarkGroupProcessedAsync("2026-11:lot_7", Duration.FromDays(1), Cancellation);

        await Run().StartAsync();
        await WaitForMessageAsync("1 entries that Redis at");

        Assert.Equal(9, (await elsewhere.Retries.FindAsync("1:7", Cancellation))?.Failures);
        Assert.Equal(later.ToUnixTimeMilliseconds(), (long)await CommandAsync("ZSCORE", SendsKey, "sent"));
        Assert.InRange((int)await CommandAsync("TTL", GroupPrefix + "2026-11:lot_7"), 80_000, 86_400);
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_local_store_that_cannot_be_read_is_said_and_is_no_outage()
    {
        Directory.CreateDirectory(Data.File("processed_ids.jsonl"));
        var app = Run();

        Assert.False(await app.Store.IsProcessedAsync("mail", Cancellation));

        await WaitForMessageAsync("Redis could not be given what this server knows");
        Assert.Single(Log.Records, record => record.Level >= LogLevel.Warning);
        Assert.Equal(ComponentState.Working, app.Status?.State);
    }

    private static async Task LearnAsync(RedisApp app)
    {
        await app.Store.MarkProcessedAsync("done", Cancellation);
        await app.Store.MarkGroupProcessedAsync("2026-11:lot_7", Duration.FromSeconds(600), Cancellation);
        await app.SendRate.RecordAsync("sent", Now - Duration.FromMinutes(5), Cancellation);
        await app.Retries.UpdateAsync("1:7", _ => new RetryState(3, Now + Duration.FromMinutes(5)), Cancellation);
    }

    /// <summary>By a server that knows nothing itself.</summary>
    private async Task AssertKnownToAnyAsync()
    {
        var any = RunElsewhere();
        Assert.True(await any.Store.IsProcessedAsync("done", Cancellation));
        Assert.True(await any.Store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
        Assert.Equal(1, await any.SendRate.CountSinceAsync(Now - Duration.FromHours(1), Cancellation));
        Assert.Equal(3, (await any.Retries.FindAsync("1:7", Cancellation))?.Failures);
    }
}
