using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using NodaTime;
using NodaTime.Testing;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisDedupStoreTests : RedisTest
{
    /// <summary>400 days, in seconds.</summary>
    private const int Retention = 400 * 86_400;

    [Fact]
    public async Task The_history_that_the_reference_wrote_is_known()
    {
        await CommandAsync("SADD", EmailIds, "old-mail");
        await CommandAsync("SADD", Groups, "2026-11:lot_7");
        await CommandAsync("SET", GroupPrefix + "2026-11:lot_8", "1", "EX", "600");
        var store = Run().Store;

        Assert.True(await store.IsProcessedAsync("old-mail", Cancellation));
        Assert.True(await store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
        Assert.True(await store.IsGroupProcessedAsync("2026-11:lot_8", Cancellation));
        Assert.False(await store.IsProcessedAsync("new-mail", Cancellation));
        Assert.False(await store.IsGroupProcessedAsync("2026-11:lot_9", Cancellation));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_remembered_ends_some_day()
    {
        var store = Run().Store;

        await store.MarkProcessedAsync("mail", Cancellation);
        await store.MarkGroupProcessedAsync("2026-11:lot_7", null, Cancellation);
        await store.MarkGroupProcessedAsync("2026-11:lot_8", Duration.FromSeconds(600), Cancellation);

        Assert.Equal(["mail"], (string[])(await CommandAsync("ZRANGE", EmailsByTime, 0, -1))!);
        Assert.Equal(["2026-11:lot_7", "2026-11:lot_8"], ((string[])(await CommandAsync("ZRANGE", GroupsByTime, 0, -1))!).Order(StringComparer.Ordinal));
        Assert.InRange((int)await CommandAsync("TTL", GroupPrefix + "2026-11:lot_7"), Retention - 5, Retention);
        Assert.Equal("1", (string?)await CommandAsync("GET", GroupPrefix + "2026-11:lot_8"));
        Assert.InRange((int)await CommandAsync("TTL", GroupPrefix + "2026-11:lot_8"), 595, 600);
        Assert.InRange((int)await CommandAsync("TTL", EmailsByTime), Retention - 5, Retention);
        Assert.InRange((int)await CommandAsync("TTL", GroupsByTime), Retention - 5, Retention);
        Assert.Equal((0, 0), ((int)await CommandAsync("EXISTS", EmailIds), (int)await CommandAsync("EXISTS", Groups)));
        Assert.False(File.Exists(Pending));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task One_server_knows_what_another_remembered()
    {
        var store = Run().Store;
        await store.MarkProcessedAsync("mail", Cancellation);
        await store.MarkGroupProcessedAsync("2026-11:lot_7", null, Cancellation);
        var other = RunElsewhere().Store;

        Assert.True(await other.IsProcessedAsync("mail", Cancellation));
        Assert.True(await other.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
    }

    [Fact]
    public async Task A_group_is_forgotten_after_its_lifetime()
    {
        var clock = FakeClock.FromUtc(2026, 11, 5);
        var store = Run(clock: clock).Store;
        await store.MarkGroupProcessedAsync("2026-11:lot_7", Duration.FromSeconds(60), Cancellation);
        Assert.True(await store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));

        clock.AdvanceSeconds(61);
        await CommandAsync("PEXPIRE", GroupPrefix + "2026-11:lot_7", "0");

        Assert.False(await store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
    }

    [Fact]
    public async Task A_forgotten_mail_is_met_as_new_whoever_remembered_it()
    {
        await CommandAsync("SADD", EmailIds, "old-mail");
        var store = Run().Store;
        await store.MarkProcessedAsync("mail", Cancellation);
        await store.MarkProcessedAsync("other", Cancellation);

        Assert.True(await store.ForgetProcessedAsync("mail", Cancellation));
        Assert.True(await store.ForgetProcessedAsync("old-mail", Cancellation));
        Assert.False(await store.ForgetProcessedAsync("never met", Cancellation));

        Assert.False(await store.IsProcessedAsync("mail", Cancellation));
        Assert.False(await store.IsProcessedAsync("old-mail", Cancellation));
        Assert.Equal(["other"], (string[])(await CommandAsync("ZRANGE", EmailsByTime, 0, -1))!);
        Assert.False((bool)await CommandAsync("EXISTS", EmailIds));
        Assert.False(File.Exists(Pending));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_environment_names_the_server_its_database_and_the_keys()
    {
        var store = Run(_ => { }, new Dictionary<string, string?>
        {
            ["REDIS_URL"] = $"redis://{Redis.ConnectionString}/3",
            ["PROCESSED_EMAIL_IDS_REDIS_KEY"] = "ids",
        }).Store;

        await store.MarkProcessedAsync("mail", Cancellation);

        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        Assert.NotNull(await connection.GetDatabase(3).SortedSetScoreAsync("ids:by_time", "mail"));
        Assert.Empty(connection.GetServers()[0].Keys(0));
    }

    [Fact]
    public async Task The_connection_may_be_given_as_configuration_or_by_the_application()
    {
        await using var own = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        await using (var app = new RedisApp(Data, Log, options => options.ConnectionFactory = _ => Task.FromResult<IConnectionMultiplexer>(own)))
        {
            await app.Store.MarkProcessedAsync("by factory", Cancellation);
        }

        await RunElsewhere(options => options.Configuration = ConfigurationOptions.Parse(Redis.ConnectionString)).Store.MarkProcessedAsync("by configuration", Cancellation);

        Assert.Equal(2, await own.GetDatabase().SortedSetLengthAsync(EmailsByTime));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Commands_are_counted_by_outcome()
    {
        var app = Run();
        using var commands = new MetricCollector<long>(
            app.Services.GetRequiredService<IMeterFactory>(), RedisDiagnostics.MeterName, RedisDiagnostics.CommandsInstrument);

        await app.Store.MarkProcessedAsync("mail", Cancellation);

        var measured = Assert.Single(commands.GetMeasurementSnapshot());
        Assert.Equal("mark_processed", measured.Tags[RedisDiagnostics.CommandTag]);
        Assert.Equal(RedisDiagnostics.Answered, measured.Tags[RedisDiagnostics.OutcomeTag]);
    }
}
