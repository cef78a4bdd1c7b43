using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisOutageTests : RedisTest
{
    [Fact]
    public async Task The_local_store_carries_on_and_tells_Redis_everything_when_it_is_back()
    {
        var store = Run().Store;
        await store.MarkProcessedAsync("before", Cancellation);
        await Redis.StopAsync();

        for (var number = 0; number < 20; number++)
        {
            await store.MarkProcessedAsync($"mail {number}", Cancellation);
            Assert.True(await store.IsProcessedAsync($"mail {number}", Cancellation));
        }

        await store.MarkGroupProcessedAsync("2026-11:lot_7", null, Cancellation);
        Assert.True(await store.IsProcessedAsync("before", Cancellation));
        Assert.False(await store.IsProcessedAsync("new", Cancellation));

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        Assert.Equal(21, (int)await CommandAsync("ZCARD", EmailsByTime)); // that of before too: Redis was emptied
        Assert.Equal(["2026-11:lot_7"], (string[])(await CommandAsync("ZRANGE", GroupsByTime, 0, -1))!);
        Assert.True((bool)await CommandAsync("EXISTS", GroupPrefix + "2026-11:lot_7"));
        Assert.False(File.Exists(Pending));
        AssertOneWarningAndOneReturn();

        await store.MarkProcessedAsync("after", Cancellation);
        Assert.False((await CommandAsync("ZSCORE", EmailsByTime, "after")).IsNull);
    }

    [Fact]
    public async Task What_one_run_could_not_write_the_next_one_writes()
    {
        var clock = FakeClock.FromUtc(2026, 11, 5);
        await Redis.StopAsync();
        await using (var first = new RedisApp(Data, Log, options => options.Url = $"redis://{Redis.ConnectionString}", clock: clock))
        {
            await first.Store.MarkProcessedAsync("mail", Cancellation);
            await first.Store.MarkGroupProcessedAsync("2026-11:lot_7", Duration.FromSeconds(100), Cancellation);
            await first.Store.MarkGroupProcessedAsync("2026-11:lot_8", Duration.FromSeconds(10), Cancellation);
        }

        clock.AdvanceSeconds(40);
        await Redis.StartAgainAsync(Cancellation);
        await Run(clock: clock).StartAsync();
        await WaitForMessageAsync("3 entries that Redis at");

        Assert.False((await CommandAsync("ZSCORE", EmailsByTime, "mail")).IsNull);
        Assert.InRange((int)await CommandAsync("TTL", GroupPrefix + "2026-11:lot_7"), 50, 60);
        Assert.False((bool)await CommandAsync("EXISTS", GroupPrefix + "2026-11:lot_8"));
        Assert.False(File.Exists(Pending));
    }

    [Fact]
    public async Task A_run_that_starts_without_Redis_says_so_at_once_and_connects_when_it_is_there()
    {
        await Redis.StopAsync();
        var app = Run();

        await app.StartAsync();
        await WaitForMessageAsync("is away ("); // which word the client has for it depends on its timing
        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task A_Redis_that_hangs_costs_one_time_out_and_no_more()
    {
        var store = Run(options =>
        {
            options.Url = $"redis://{Redis.ConnectionString}";
            options.CommandTimeout = TimeSpan.FromMilliseconds(500);
        }).Store;
        Assert.False(await store.IsProcessedAsync("mail", Cancellation));
        await using var administrator = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString + ",allowAdmin=true");
        await administrator.GetServers()[0].ExecuteAsync("CLIENT", "PAUSE", "3000", "ALL");

        await store.MarkProcessedAsync("first", Cancellation);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < 10; number++)
        {
            await store.MarkProcessedAsync($"mail {number}", Cancellation);
            await store.IsProcessedAsync("unknown", Cancellation);
        }

        Assert.InRange(watch.Elapsed.TotalMilliseconds / 10, 0, 100);
        await WaitUntilBackAsync();
        Assert.Equal(11, (int)await CommandAsync("ZCARD", EmailsByTime));
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task A_server_that_became_a_replica_is_read_and_written_when_it_is_the_primary_again()
    {
        await CommandAsync("SADD", EmailIds, "old-mail");
        var store = Run().Store;
        Assert.True(await store.IsProcessedAsync("old-mail", Cancellation));
        await CommandAsync("REPLICAOF", "127.0.0.1", "1");

        await store.MarkProcessedAsync("mail", Cancellation);
        Assert.True(await store.IsProcessedAsync("old-mail", Cancellation));
        Assert.True(await store.IsProcessedAsync("mail", Cancellation));

        await CommandAsync("REPLICAOF", "NO", "ONE");
        await WaitUntilBackAsync();
        Assert.False((await CommandAsync("ZSCORE", EmailsByTime, "mail")).IsNull);
        Assert.Contains("READONLY", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maxmemory", "1", "0", "OOM")]
    [InlineData("min-replicas-to-write", "1", "0", "NOREPLICAS")]
    public async Task A_Redis_that_refuses_to_write_is_still_read(string setting, string broken, string mended, string reason)
    {
        await CommandAsync("SADD", EmailIds, "old-mail");
        var store = Run().Store;
        Assert.True(await store.IsProcessedAsync("old-mail", Cancellation));
        await CommandAsync("CONFIG", "SET", setting, broken);

        await store.MarkProcessedAsync("mail", Cancellation);
        await store.MarkProcessedAsync("another mail", Cancellation);
        Assert.True(await store.IsProcessedAsync("old-mail", Cancellation));
        Assert.True(await store.IsProcessedAsync("mail", Cancellation));

        await CommandAsync("CONFIG", "SET", setting, mended);
        await WaitUntilBackAsync();
        Assert.Equal(2, (int)await CommandAsync("ZCARD", EmailsByTime));
        Assert.Contains(reason, AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_first_meets_a_Redis_that_takes_no_writes_reads_it_unless_it_knows_more_itself(bool knowsMore)
    {
        await RunElsewhere().Store.MarkProcessedAsync("on Redis", Cancellation);
        if (knowsMore)
        {
            await using var files = new RedisApp(Data, Log, _ => { });
            await files.Store.MarkProcessedAsync("here", Cancellation);
        }

        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "1");
        var store = Run().Store;
        Assert.Equal((!knowsMore, knowsMore), (await store.IsProcessedAsync("on Redis", Cancellation), await store.IsProcessedAsync("here", Cancellation)));

        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await WaitUntilBackAsync();
        Assert.Equal((true, knowsMore), (await store.IsProcessedAsync("on Redis", Cancellation), await store.IsProcessedAsync("here", Cancellation)));
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task A_key_of_another_type_is_one_outage_and_not_one_for_each_read()
    {
        await CommandAsync("SET", EmailIds, "not a set");
        var store = Run().Store;

        for (var number = 0; number < 5; number++)
        {
            Assert.False(await store.IsProcessedAsync("mail", Cancellation));
        }

        await CommandAsync("DEL", EmailIds);
        await WaitUntilBackAsync();
        Assert.Contains("WRONGTYPE", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_while_Redis_does_not_write_is_known_at_once_and_told_when_it_does()
    {
        await CommandAsync("SADD", EmailIds, "forgotten", "forgotten and done again", "kept");
        var store = Run().Store;
        await store.MarkProcessedAsync("done and forgotten", Cancellation);
        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "1");

        Assert.True(await store.ForgetProcessedAsync("forgotten", Cancellation));
        Assert.True(await store.ForgetProcessedAsync("forgotten and done again", Cancellation));
        await store.MarkProcessedAsync("forgotten and done again", Cancellation);
        await store.MarkProcessedAsync("done and forgotten", Cancellation);
        Assert.True(await store.ForgetProcessedAsync("done and forgotten", Cancellation));
        Assert.False(await store.IsProcessedAsync("forgotten", Cancellation));
        Assert.True(await store.IsProcessedAsync("forgotten and done again", Cancellation));
        Assert.False(await store.IsProcessedAsync("done and forgotten", Cancellation));
        Assert.True(await store.IsProcessedAsync("kept", Cancellation));

        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await WaitUntilBackAsync();
        Assert.Equal(["forgotten and done again", "kept"], ((string[])(await CommandAsync("SMEMBERS", EmailIds))!).Order(StringComparer.Ordinal));
        Assert.Equal(["forgotten and done again"], (string[])(await CommandAsync("ZRANGE", EmailsByTime, 0, -1))!);
    }

    [Fact]
    public async Task The_password_is_used_and_a_wrong_one_is_an_outage_that_does_not_print_it()
    {
        await CommandAsync("CONFIG", "SET", "requirepass", "geheim&1");
        await Run(options => options.Url = $"redis://:geheim%261@{Redis.ConnectionString}").Store.MarkProcessedAsync("mail", Cancellation);
        Log.AssertNoWarnings();

        await RunElsewhere(options => options.Url = $"redis://:falsches@{Redis.ConnectionString}").Store.MarkProcessedAsync("other", Cancellation);

        var warning = Assert.Single(Log.Records, record => record.Level >= LogLevel.Warning).Message;
        Assert.Contains($"{Redis.ConnectionString} is away", warning, StringComparison.Ordinal);
        Assert.Matches("AuthenticationFailure|UnableToResolvePhysicalConnection", warning); // the client's word, by how far it had come when the command failed
        Assert.All(Log.Records, record => Assert.DoesNotMatch("geheim|falsches", $"{record.Message} {record.Exception}"));
    }

    [Fact]
    public async Task A_factory_that_fails_is_asked_again_and_its_message_is_not_printed()
    {
        var asked = 0;
        var store = Run(options => options.ConnectionFactory = async _ => ++asked == 1
            ? throw new InvalidOperationException("password=geheim")
            : await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString)).Store;

        await store.MarkProcessedAsync("mail", Cancellation);
        await WaitUntilBackAsync();

        Assert.False((await CommandAsync("ZSCORE", EmailsByTime, "mail")).IsNull);
        AssertOneWarningAndOneReturn();
        Assert.All(Log.Records, record => Assert.DoesNotContain("geheim", $"{record.Message} {record.Exception}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_stops_does_not_wait_for_more_than_the_batch_at_hand()
    {
        var app = Run();
        var journal = app.Services.GetRequiredService<PendingJournal>();
        for (var number = 0; number < 501; number++)
        {
            journal.Append(new(PendingKind.Email, $"mail {number}"));
        }

        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var backlog = app.Services.GetServices<IRedisBacklog>().OfType<RedisPendingBacklog>().Single();
        using var stopping = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => backlog.WriteBackAsync(connection.GetDatabase(), _ => stopping.Cancel(), stopping.Token));

        Assert.Equal(new(PendingKind.Email, "mail 500"), Assert.Single(journal.Peek(1000)));
    }

    [Fact]
    public async Task More_than_one_batch_is_written_back()
    {
        await Redis.StopAsync();
        var store = Run().Store;
        for (var number = 0; number < 1_100; number++)
        {
            await store.MarkProcessedAsync($"mail {number}", Cancellation);
        }

        await Redis.StartAgainAsync(Cancellation);
        await WaitForMessageAsync("1100 entries that waited");
        Assert.Equal(1_100, (int)await CommandAsync("ZCARD", EmailsByTime));
    }
}
