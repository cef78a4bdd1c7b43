using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class SettingsNewsTests(ITestOutputHelper output) : RedisTest
{
    private const SettingsDocument Document = SettingsDocument.ProcessingPrefs;
    private const string Key = "r:ss:processing_prefs:v1";

    [Fact]
    public async Task What_was_saved_on_one_server_is_told_on_another_one_without_asking()
    {
        var (saving, showing) = (Run(), RunElsewhere());
        await StartAsync(saving, showing);
        var (here, there) = (saving.Feed.ReadAsync(null, Cancellation), showing.Feed.ReadAsync(null, Cancellation));

        for (var limit = 1; limit <= 3; limit++)
        {
            var watch = Stopwatch.StartNew();
            var version = (await saving.SettingsEditor.ChangeAsync(Document, Limit(limit), Cancellation)).Version;

            AssertTold(version, await TakeAsync(there));
            output.WriteLine($"told elsewhere after {watch.Elapsed.TotalMilliseconds:f1} ms");
            AssertTold(version, await TakeAsync(here));
            (here, there) = (saving.Feed.ReadAsync(saving.Feed.LastId, Cancellation), showing.Feed.ReadAsync(showing.Feed.LastId, Cancellation));
        }

        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_was_saved_here_is_told_once_here_and_what_says_the_same_is_not_told()
    {
        var (saving, other) = (Run(), RunElsewhere());
        await StartAsync(saving, other);
        var told = saving.Feed.ReadAsync(null, Cancellation);

        var first = (await saving.SettingsEditor.ChangeAsync(Document, Limit(1), Cancellation)).Version;
        await saving.SettingsInForce.GetAsync(Cancellation);
        await CommandAsync("SET", Key, $" {(string?)await CommandAsync("GET", Key)}");
        await saving.SettingsInForce.GetAsync(Cancellation);
        var second = (await other.SettingsEditor.ChangeAsync(Document, Limit(2), Cancellation)).Version;
        await saving.SettingsInForce.GetAsync(Cancellation);
        var back = (await other.SettingsEditor.ChangeAsync(Document, Limit(1), Cancellation)).Version;
        await saving.SettingsInForce.GetAsync(Cancellation);

        Assert.Equal(first, back);
        Assert.Equal([first, second, back], (await told.Take(3).ToListAsync(Cancellation)).Select(occurred => occurred.Version));
    }

    [Fact]
    public async Task What_a_person_changes_at_Redis_is_obeyed_and_told_when_it_is_met()
    {
        var app = Run();
        await StartAsync(app);
        await app.SettingsInForce.GetAsync(Cancellation);
        var told = app.Feed.ReadAsync(null, Cancellation);

        await CommandAsync("SET", Key, """{"rate_limit_per_hour": 9}""");

        Assert.Equal(9, (await app.SettingsInForce.GetAsync(Cancellation)).Preferences.RateLimitPerHour);
        AssertTold(await app.SettingsEditor.GetVersionAsync(Document, Cancellation), await TakeAsync(told));
    }

    [Fact]
    public async Task Several_installations_on_one_Redis_hear_nothing_of_each_other()
    {
        var saving = RunElsewhere(options => (options.Url, options.KeyPrefix) = ($"redis://{Redis.ConnectionString}", "staging:"));
        RedisApp[] others = [Run(), RunElsewhere(options => options.Url = $"redis://{Redis.ConnectionString}/1")];
        await StartAsync([saving, .. others]);
        var told = others.Select(app => app.Feed.LastId).ToList();

        await saving.SettingsEditor.ChangeAsync(Document, Limit(1), Cancellation);
        var own = await others[0].SettingsEditor.ChangeAsync(Document, Limit(2), Cancellation);

        AssertTold(own.Version, await TakeAsync(others[0].Feed.ReadAsync(told[0], Cancellation)));
        Assert.Equal(told[1], others[1].Feed.LastId);
        Assert.Equal(
            ["r:ss:notices:v1:0", "r:ss:notices:v1:1", "staging:r:ss:notices:v1:0"],
            ((string[])(await CommandAsync("PUBSUB", "CHANNELS", "*notices*"))!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_the_right_to_the_channel_changes_are_obeyed_all_the_same_and_one_warning_says_what_is_missing()
    {
        await CommandAsync("ACL", "SETUSER", "limited", "on", ">secret", "+@all", "~*", "resetchannels");
        RedisApp[] apps = [RunElsewhere(Limited), RunElsewhere(Limited)];
        foreach (var app in apps)
        {
            await app.StartAsync();
        }

        await WaitForMessageAsync("(ACL SETUSER … &r:ss:notices:v1:0)");
        await apps[0].SettingsEditor.ChangeAsync(Document, Limit(3), Cancellation);

        Assert.Equal(3, (await apps[1].SettingsInForce.GetAsync(Cancellation)).Preferences.RateLimitPerHour);
        Assert.All(Log.Records.Where(record => record.Level >= LogLevel.Warning), record => Assert.Equal(5041, record.Id.Id));
        Assert.InRange(Log.Records.Count(record => record.Id.Id == 5041), 1, 2);

        void Limited(RedisOptions options) => options.Url = $"redis://limited:secret@{Redis.ConnectionString}";
    }

    private static JsonObject Limit(int limit) => new() { ["rate_limit_per_hour"] = limit };

    private static void AssertTold(string version, ActivityEvent occurred) =>
        Assert.Equal((ActivityEventType.Settings, Document, version), (occurred.Type, occurred.Document, occurred.Version));

    private static async Task<ActivityEvent> TakeAsync(IAsyncEnumerable<ActivityEvent> events) =>
        await Task.Run(async () => await events.FirstAsync(Cancellation), Cancellation).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation);
}
