using System.Diagnostics;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisSettingsOutageTests : RedisTest
{
    private const string Flags = "r:ss:runtime_flags:v1";

    [Fact]
    public async Task The_copy_is_obeyed_and_changes_are_refused_until_Redis_is_back()
    {
        var app = Run();
        await SwitchAsync(app, true);
        await Redis.StopAsync();

        for (var mail = 0; mail < 3; mail++)
        {
            Assert.True(await IsOnAsync(app));
            await AssertRefusedAsync(app);
        }

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        Assert.True(await IsOnAsync(app));
        await SwitchAsync(app, false);
        Assert.Equal("""{"disable_email_id_dedup":false}""", (string?)await CommandAsync("GET", Flags));
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task A_run_that_starts_without_Redis_obeys_what_an_earlier_one_saw_there()
    {
        await using (var earlier = new RedisApp(Data, Log, options => options.Url = $"redis://{Redis.ConnectionString}"))
        {
            await CommandAsync("SET", Flags, """{"disable_email_id_dedup": true}""");
            Assert.True(await IsOnAsync(earlier));
        }

        await Redis.StopAsync();

        Assert.True(await IsOnAsync(Run()));
    }

    [Fact]
    public async Task A_Redis_that_comes_back_empty_is_given_the_documents()
    {
        var app = Run();
        await SwitchAsync(app, true);
        await Redis.StopAsync();
        Assert.True(await IsOnAsync(app));

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        Assert.Equal("""{"disable_email_id_dedup":true}""", (string?)await CommandAsync("GET", Flags));
        Assert.True(await IsOnAsync(app));
        await WaitForMessageAsync("Redis had no runtime_flags and was given the local copy, as r:ss:runtime_flags:v1.");
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task A_copy_that_was_changed_by_hand_in_an_outage_is_put_right_afterwards()
    {
        var app = Run(OfLittlePatience);
        await SwitchAsync(app, true);
        await using var administrator = await PauseAsync("ALL");
        Assert.True(await IsOnAsync(app));

        await File.WriteAllTextAsync(Data.File("runtime_flags.json"), """{"disable_email_id_dedup": false}""", Cancellation);
        Assert.False(await IsOnAsync(app));
        await WaitUntilBackAsync();

        Assert.True(await IsOnAsync(app));
        Assert.Contains("true", await File.ReadAllTextAsync(Data.File("runtime_flags.json"), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_ends_between_read_and_write_leaves_the_document_as_it_was()
    {
        var app = Run();
        await SwitchAsync(app, true);

        var exception = await Assert.ThrowsAsync<IOException>(async () => await app.Settings.UpdateAsync(
            SettingsDocument.RuntimeFlags,
            flags =>
            {
                flags["disable_email_id_dedup"] = false;
                EndRedis();
            },
            Cancellation));

        Assert.Contains("settings cannot be changed now", exception.Message, StringComparison.Ordinal);
        Assert.True(await IsOnAsync(app));
        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();
        Assert.True(await IsOnAsync(app));
        AssertOneWarningAndOneReturn();
    }

    [Theory]
    [InlineData("CONFIG SET maxmemory 1", "CONFIG SET maxmemory 0", "OOM")]
    [InlineData("CONFIG SET min-replicas-to-write 1", "CONFIG SET min-replicas-to-write 0", "NOREPLICAS")]
    [InlineData("REPLICAOF 127.0.0.1 1", "REPLICAOF NO ONE", "READONLY")]
    public async Task A_Redis_that_takes_no_writes_is_still_read_and_one_outage_however_often_it_is_asked(string broken, string mended, string reason)
    {
        await CommandAsync("SET", Flags, """{"disable_email_id_dedup": true}""");
        var app = Run();
        await app.Settings.ReadAsync(SettingsDocument.RuntimeFlags, Cancellation);
        File.Delete(Data.File("runtime_flags.json"));
        await RunLineAsync(broken);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await AssertRefusedAsync(app);
            Assert.True(await IsOnAsync(app));
            await WaitForMessageAsync("Redis is still away");
        }

        Assert.Contains("is read, but takes no writes: ", app.Status?.LastError, StringComparison.Ordinal);
        await RunLineAsync(mended);
        await WaitUntilBackAsync();
        await SwitchAsync(app, false);
        Assert.False(await IsOnAsync(app));
        Assert.Contains(reason, AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_hangs_costs_one_time_out_and_no_more()
    {
        var app = Run(OfLittlePatience);
        await SwitchAsync(app, true);
        await using var administrator = await PauseAsync("WRITE");

        var watch = Stopwatch.StartNew();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await AssertRefusedAsync(app);
            Assert.True(await IsOnAsync(app));
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.4, 5);
        await CommandAsync("CLIENT", "UNPAUSE");
        await WaitUntilBackAsync();
        await SwitchAsync(app, false);
        AssertOneWarningAndOneReturn();
    }

    [Fact]
    public async Task The_board_says_how_Redis_fares()
    {
        await File.WriteAllTextAsync(Data.File("runtime_flags.json"), "{}", Cancellation);
        var app = Run();
        Assert.Null(app.Status);
        await app.StartAsync();
        await WaitForMessageAsync("1 entries that Redis at");
        Assert.Equal(ComponentState.Working, app.Status?.State);

        await Redis.StopAsync();
        await AssertRefusedAsync(app);
        Assert.Equal(ComponentState.Failing, app.Status?.State);
        Assert.StartsWith($"Redis at {Redis.ConnectionString} is away: ", app.Status?.LastError, StringComparison.Ordinal);

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();
        Assert.Equal(ComponentState.Working, app.Status?.State);
    }

    private static async Task SwitchAsync(RedisApp app, bool isOn) => await app.Settings.UpdateAsync(
        SettingsDocument.RuntimeFlags, flags => flags["disable_email_id_dedup"] = isOn, Cancellation);

    private static async Task<bool> IsOnAsync(RedisApp app) => (await app.SettingsInForce.GetAsync(Cancellation)).Flags.DisableEmailIdDedup;

    private static async Task AssertRefusedAsync(RedisApp app)
    {
        var exception = await Assert.ThrowsAsync<IOException>(() => SwitchAsync(app, false));
        Assert.Equal(
            "Redis is away or takes no writes, so settings cannot be changed now; those last seen there stay in force. Try again when it is back.",
            exception.Message);
    }

    private void OfLittlePatience(RedisOptions options)
    {
        options.Url = $"redis://{Redis.ConnectionString}";
        options.CommandTimeout = TimeSpan.FromMilliseconds(500);
    }

    /// <summary>Changes of settings are synchronous, and so must be what happens during one.</summary>
    private void EndRedis() => Task.Run(Redis.StopAsync).Wait(Cancellation);

    private Task<RedisResult> RunLineAsync(string line)
    {
        var words = line.Split(' ');
        return CommandAsync(words[0], [.. words[1..]]);
    }

    /// <summary>Three seconds without an answer.</summary>
    /// <returns>The connection: to close it waits for Redis.</returns>
    private async Task<ConnectionMultiplexer> PauseAsync(string what)
    {
        var administrator = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString + ",allowAdmin=true");
        await administrator.GetServers()[0].ExecuteAsync("CLIENT", "PAUSE", "3000", what);
        return administrator;
    }
}
