using NodaTime;
using RenderSignal.TestKit;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisCatchUpTests : RedisTest
{
    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task A_server_that_takes_over_knows_without_Redis_what_the_others_did()
    {
        var (app, other) = (Run(), RunElsewhere());
        await other.Store.MarkProcessedAsync("done", Cancellation);
        await other.Store.MarkGroupProcessedAsync("2026-11:lot_7", Duration.FromSeconds(600), Cancellation);
        await other.Store.MarkGroupProcessedAsync("2026-11:lot_8", null, Cancellation);
        await other.SendRate.RecordAsync("sent", Now - Duration.FromMinutes(5), Cancellation);
        var state = new RetryState(3, Now + Duration.FromMinutes(5)) { Since = Now - Duration.FromHours(2) };
        await other.Retries.UpdateAsync("1:7", _ => state, Cancellation);

        await app.CatchUpAsync();
        await Redis.StopAsync();

        Assert.True(await app.Store.IsProcessedAsync("done", Cancellation));
        Assert.True(await app.Store.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
        Assert.True(await app.Store.IsGroupProcessedAsync("2026-11:lot_8", Cancellation));
        Assert.False(await app.SendRate.TryRecordAsync("another", Now, 1, Cancellation));
        Assert.Equal(state, await app.Retries.FindAsync("1:7", Cancellation));
        Assert.Equal(601, (TimeOf(Data, "subject_groups.jsonl", "lot_7", "until") - Now).TotalSeconds, 10.0);
    }

    [Fact]
    public async Task Nothing_is_copied_twice()
    {
        var (app, other) = (Run(), RunElsewhere());
        await app.Store.MarkProcessedAsync("own", Cancellation);
        await other.Store.MarkProcessedAsync("done", Cancellation);
        await other.Store.MarkGroupProcessedAsync("2026-11:lot_7", null, Cancellation);
        await other.SendRate.RecordAsync("sent", Now, Cancellation);
        await other.Retries.UpdateAsync("1:7", _ => new RetryState(3, Now + Duration.FromMinutes(5)), Cancellation);

        await app.CatchUpAsync();
        var first = Lines();
        await app.CatchUpAsync();
        await other.Store.MarkProcessedAsync("later", Cancellation);
        await app.CatchUpAsync();

        Assert.Equal((2, 1, 1, 1), first);
        Assert.Equal((3, 1, 1, 1), Lines());
        Assert.True(await app.LocalStore.IsProcessedAsync("later", Cancellation));

        (int Ids, int Groups, int Sends, int Retries) Lines() =>
            (Count("processed_ids.jsonl"), Count("subject_groups.jsonl"), Count("send_rate.jsonl"), Count("retries.jsonl"));

        int Count(string file) => ReadLines(Data, file).Length;
    }

    [Fact]
    public async Task Only_what_is_new_is_asked_for_the_second_time_and_after_a_restart()
    {
        await RunElsewhere().Store.MarkProcessedAsync("unread", Cancellation);
        await CommandAsync("ZADD", EmailsByTime, (Now - Duration.FromMinutes(5)).ToUnixTimeSeconds(), "old");
        await using (var earlier = new RedisApp(Data, Log, options => options.Url = $"redis://{Redis.ConnectionString}"))
        {
            await earlier.CatchUpAsync();
            Assert.True(await earlier.LocalStore.IsProcessedAsync("old", Cancellation));
        }

        await CommandAsync("ZADD", EmailsByTime, (Now - Duration.FromMinutes(5)).ToUnixTimeSeconds(), "written behind everybody's back");
        await CommandAsync("ZADD", EmailsByTime, (Now - Duration.FromSeconds(50)).ToUnixTimeSeconds(), "by a clock that is slow");
        var app = Run();
        await app.CatchUpAsync();

        Assert.True(await app.LocalStore.IsProcessedAsync("by a clock that is slow", Cancellation));
        Assert.False(await app.LocalStore.IsProcessedAsync("written behind everybody's back", Cancellation));
    }

    [Fact]
    public async Task What_somebody_gave_later_with_its_own_time_is_taken_too()
    {
        var app = Run();
        await app.CatchUpAsync();
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder.File("processed_ids.jsonl"), $$"""{"id":"of long ago","at":"{{Now - Duration.FromDays(3)}}"}{{"\n"}}""", Cancellation);
        var newcomer = Run(data: folder);
        await newcomer.StartAsync();
        await WaitForMessageAsync("1 entries that Redis at");

        await app.CatchUpAsync();

        Assert.True(await app.LocalStore.IsProcessedAsync("of long ago", Cancellation));
    }

    [Fact]
    public async Task What_the_reference_wrote_is_taken_once()
    {
        const int Many = 5_000;
        await CommandAsync("SADD", [EmailIds, .. Enumerable.Range(0, Many).Select(number => (object)$"old {number}")]);
        await CommandAsync("SADD", Groups, "2026-11:lot_7");
        var app = Run();

        await app.CatchUpAsync();
        await app.CatchUpAsync();

        Assert.Equal(Many, ReadLines(Data, "processed_ids.jsonl").Length);
        Assert.True(await app.LocalStore.IsProcessedAsync("old 4999", Cancellation));
        Assert.True(await app.LocalStore.IsGroupProcessedAsync("2026-11:lot_7", Cancellation));
    }

    [Fact]
    public async Task Many_of_one_second_are_all_taken()
    {
        const int Many = 7_000;
        await CommandAsync("ZADD", [EmailsByTime, .. Enumerable.Range(0, Many).SelectMany(number => new object[] { Now.ToUnixTimeSeconds() - (number / 5_000), $"mail {number}" })]);

        await Run().CatchUpAsync();

        Assert.Equal(Many, ReadLines(Data, "processed_ids.jsonl").Distinct().Count());
        Assert.Equal(Many, ReadLines(Data, "processed_ids.jsonl").Length);
    }

    [Fact]
    public async Task Without_Redis_it_fails()
    {
        await Redis.StopAsync();

        var exception = await Assert.ThrowsAnyAsync<Exception>(Run().CatchUpAsync);

        Assert.True(exception is RedisException or TimeoutException, exception.ToString());
    }

    [Fact]
    public async Task A_Redis_that_was_emptied_is_not_copied_before_it_was_given_everything()
    {
        var app = Run();
        await app.Store.MarkProcessedAsync("mail", Cancellation);
        await app.CatchUpAsync();
        await WaitUntilKnownAsync();
        await CommandAsync("FLUSHALL");

        await Assert.ThrowsAnyAsync<RedisException>(app.CatchUpAsync);

        await WaitUntilBackAsync();
        await app.CatchUpAsync();
        Assert.Equal(["mail"], (string[])(await CommandAsync("ZRANGE", EmailsByTime, 0, -1))!);
    }

    private static string[] ReadLines(TempFolder data, string file) => File.Exists(data.File(file)) ? File.ReadAllLines(data.File(file)) : [];

    private static Instant TimeOf(TempFolder data, string file, string group, string field)
    {
        var line = Assert.Single(ReadLines(data, file), line => line.Contains(group, StringComparison.Ordinal));
        return NodaTime.Text.InstantPattern.ExtendedIso.Parse((string)System.Text.Json.Nodes.JsonNode.Parse(line)![field]!).Value;
    }
}
