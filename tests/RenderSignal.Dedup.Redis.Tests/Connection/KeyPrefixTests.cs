using System.Text.Json.Nodes;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class KeyPrefixTests : RedisTest
{
    /// <summary>Whether anything was given late, which is counted there, depends on who was first.</summary>
    private const string Additions = "r:ss:generation:v1:additions";

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task Two_installations_on_one_Redis_never_meet()
    {
        var one = Run(WithPrefix("one:"));
        var other = RunElsewhere(WithPrefix("other:"));
        await UseEverythingAsync(one);

        Assert.False(await other.Store.IsProcessedAsync("mail", Cancellation));
        Assert.False(await other.Store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
        Assert.Equal(0, await other.SendRate.CountSinceAsync(Now - Duration.FromHours(1), Cancellation));
        Assert.Null(await other.Retries.FindAsync("1:7", Cancellation));
        Assert.Null(await other.Settings.ReadAsync(SettingsDocument.RuntimeFlags, Cancellation));
        Assert.Empty(other.Keys.ReadAll());

        await UseEverythingAsync(other);
        var keys = (await KeysAsync()).Where(key => !key.EndsWith(Additions, StringComparison.Ordinal)).ToList();
        Assert.All(keys, key => Assert.Matches("^(one|other):r:ss:", key));
        Assert.Equal(
            [.. keys.Where(key => key.StartsWith("one:", StringComparison.Ordinal)).Select(key => key["one:".Length..]).Order(StringComparer.Ordinal)],
            keys.Where(key => key.StartsWith("other:", StringComparison.Ordinal)).Select(key => key["other:".Length..]).Order(StringComparer.Ordinal));
        Assert.Contains("one:r:ss:retries:v1:by_time", keys);
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Everything_ends_some_day_but_settings_keys_and_the_name_of_this_Redis()
    {
        await UseEverythingAsync(Run());

        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var database = connection.GetDatabase();
        var forGood = (await KeysAsync()).Where(key => database.KeyTimeToLive(key) is null).Order(StringComparer.Ordinal);

        Assert.Equal(["r:ss:generation:v1", "r:ss:runtime_flags:v1", "r:ss:session_keys:v1"], forGood.Except([Additions]));
    }

    private static async Task UseEverythingAsync(RedisApp app)
    {
        Assert.False(await app.Store.IsProcessedAsync("mail", Cancellation));
        await app.Store.MarkProcessedAsync("mail", Cancellation);
        await app.Store.MarkGroupProcessedAsync("2026-11:lot_7", null, Cancellation);
        await app.SendRate.RecordAsync("mail", Now, Cancellation);
        await app.Retries.UpdateAsync("1:7", _ => new RetryState(1, Now), Cancellation);
        await app.Settings.UpdateAsync(SettingsDocument.RuntimeFlags, flags => flags["a"] = JsonValue.Create(1), Cancellation);
        app.Keys.Write("key-1", "<key />");
        await app.CatchUpAsync();
    }

    private Action<RedisOptions> WithPrefix(string prefix) => options =>
    {
        options.Url = $"redis://{Redis.ConnectionString}";
        options.KeyPrefix = prefix;
    };

    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        return await connection.GetServers()[0].KeysAsync().Select(key => key.ToString()).ToListAsync(Cancellation);
    }
}
