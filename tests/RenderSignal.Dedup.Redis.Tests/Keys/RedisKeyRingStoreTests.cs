using System.Diagnostics;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisKeyRingStoreTests : RedisTest
{
    private const string Keys = "r:ss:session_keys:v1";

    [Fact]
    public async Task Keys_lie_in_one_hash_and_in_files()
    {
        Run().Keys.Write("key-1", "<key>é</key>");

        Assert.Equal(["key-1", "<key>é</key>"], (string[])(await CommandAsync("HGETALL", Keys))!);
        Assert.Equal("<key>é</key>", await File.ReadAllTextAsync(Data.File("session-key-key-1.xml"), Cancellation));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_server_has_the_keys_of_another_one_even_when_Redis_goes_away()
    {
        var (one, other) = (Run(), RunElsewhere());
        one.Keys.Write("key-1", "<key />");
        Assert.Equal("<key />", other.Keys.ReadAll()["key-1"]);

        await Redis.StopAsync();

        Assert.Equal("<key />", other.Keys.ReadAll()["key-1"]);
        Assert.Equal("<key />", one.Keys.ReadAll()["key-1"]);
    }

    [Fact]
    public async Task A_key_that_is_made_or_replaced_in_an_outage_is_kept_and_told_Redis_when_it_is_back()
    {
        var app = Run();
        app.Keys.Write("key-1", "<old />");
        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "1");
        app.Keys.Write("key-1", "<new />");
        app.Keys.Write("key-2", "<key />");
        Assert.Equal(("<new />", "<key />"), (app.Keys.ReadAll()["key-1"], app.Keys.ReadAll()["key-2"]));

        await CommandAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        await WaitUntilBackAsync();

        Assert.Equal("<new />", (string?)await CommandAsync("HGET", Keys, "key-1"));
        Assert.Equal("<key />", (string?)await CommandAsync("HGET", Keys, "key-2"));
        Assert.Equal("<new />", app.Keys.ReadAll()["key-1"]);
        Assert.Contains("NOREPLICAS", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_run_could_not_tell_Redis_the_next_one_tells_it_at_its_start()
    {
        await Redis.StopAsync();
        await using (var first = new RedisApp(Data, Log, options => options.Url = $"redis://{Redis.ConnectionString}"))
        {
            first.Keys.Write("key-1", "<key />");
        }

        await Redis.StartAgainAsync(Cancellation);
        await Run().StartAsync();
        await WaitForMessageAsync("1 entries that Redis at");

        Assert.Equal("<key />", RunElsewhere().Keys.ReadAll()["key-1"]);
    }

    [Fact]
    public async Task A_Redis_that_lost_the_keys_is_given_them_again()
    {
        var app = Run();
        app.Keys.Write("key-1", "<key />");
        await WaitUntilKnownAsync();
        await CommandAsync("FLUSHALL");

        Assert.Equal("<key />", app.Keys.ReadAll()["key-1"]);

        await WaitUntilBackAsync();
        Assert.Equal("<key />", (string?)await CommandAsync("HGET", Keys, "key-1"));
        Assert.Contains("it was emptied", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_on_Redis_that_is_a_path_becomes_no_file()
    {
        await CommandAsync("HSET", Keys, "../key", "<key />");

        Assert.Equal("<key />", Run().Keys.ReadAll()["../key"]);

        Assert.Empty(Directory.GetFiles(Data.FullPath, "*key*"));
        Assert.Contains("'../key' is no name of a key", Assert.Single(Log.Records, record => record.Level >= LogLevel.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_hangs_holds_a_session_up_for_one_time_out_and_no_more()
    {
        var app = Run(options =>
        {
            options.Url = $"redis://{Redis.ConnectionString}";
            options.CommandTimeout = TimeSpan.FromMilliseconds(500);
        });
        app.Keys.Write("key-1", "<key />");
        await using var administrator = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString + ",allowAdmin=true");
        await administrator.GetServers()[0].ExecuteAsync("CLIENT", "PAUSE", "3000", "ALL");

        var watch = Stopwatch.StartNew();
        for (var request = 0; request < 10; request++)
        {
            Assert.Equal("<key />", app.Keys.ReadAll()["key-1"]);
            app.Keys.Write($"key-{request}", "<key />");
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.4, 5);
        await WaitUntilBackAsync();
        Assert.Equal(10, (int)await CommandAsync("HLEN", Keys));
        AssertOneWarningAndOneReturn();
    }
}
