using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class ActivityRelayTests(ITestOutputHelper output) : RedisTest
{
    [Fact]
    public async Task What_happens_on_one_server_is_told_once_on_each()
    {
        RedisApp[] apps = [Run(), RunElsewhere(), RunElsewhere()];
        await StartAsync(apps);
        var told = apps.Select(app => app.Feed.ReadAsync(null, Cancellation)).ToList();
        var watch = Stopwatch.StartNew();

        for (var mail = 0; mail < 10; mail++)
        {
            apps[0].Feed.Publish(ActivityEventType.Delivery, Record($"mail {mail}"), Record("").Log[0]);
        }

        apps[0].Feed.Publish(ActivityEventType.Alert, Record("alert"));
        await TakeAsync(told[1], 11);
        output.WriteLine($"11 events were told elsewhere after {watch.Elapsed.TotalMilliseconds:f1} ms");
        apps[1].Feed.Publish(ActivityEventType.Decision, Record("from the second"));

        var all = await Task.WhenAll(told.Select(events => TakeAsync(events, 12)));
        Assert.All(all, events => Assert.Equal(
            [.. Enumerable.Range(0, 10).Select(mail => $"mail {mail}"), "alert", "from the second"], events.Select(occurred => occurred.Email?.Id)));
        Assert.Equal([false, true, true], all.Select(events => events[0].IsRelayed));
        var elsewhere = all[2][0];
        Assert.Equal((ActivityEventType.Delivery, DecisionReason.Deliver, Record("").Log[0]), (elsewhere.Type, elsewhere.Email!.Reason, elsewhere.Delivery));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task After_an_outage_all_read_anew_and_are_told_what_happened_meanwhile_and_since()
    {
        var (polling, showing) = (Run(), RunElsewhere());
        await StartAsync(polling, showing);
        var (here, there) = (polling.Feed.ReadAsync(null, Cancellation), showing.Feed.ReadAsync(null, Cancellation));
        await Redis.StopAsync();
        await WaitForMessageAsync("Notices of other servers are not heard");

        var watch = Stopwatch.StartNew();
        polling.Feed.Publish(ActivityEventType.Decision, Record("meanwhile"));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
        var outage = Log.Records.Count;
        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilHeardAsync(outage, polling, showing);
        polling.Feed.Publish(ActivityEventType.Decision, Record("since"));

        Assert.Contains(await TakeUntilAsync(there, "since"), occurred => occurred.Type == ActivityEventType.Reset);
        Assert.Contains(await TakeUntilAsync(here, "since"), occurred => occurred is { Type: ActivityEventType.Reset, IsRelayed: true });
        Assert.DoesNotContain(await TakeUntilAsync(here, "since"), occurred => occurred is { Email: not null, IsRelayed: true });
    }

    [Fact]
    public async Task A_server_that_starts_before_Redis_hears_the_others_once_it_is_there()
    {
        await Redis.StopAsync();
        var (polling, showing) = (Run(), RunElsewhere());
        var told = showing.Feed.ReadAsync(null, Cancellation);
        await showing.StartAsync();
        await WaitForMessageAsync("Notices of other servers are not heard");
        await polling.StartAsync();

        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilHeardAsync(0, polling, showing);
        polling.Feed.Publish(ActivityEventType.Decision, Record("mail"));

        Assert.Contains(await TakeUntilAsync(told, "mail"), occurred => occurred.Type == ActivityEventType.Reset);
    }

    [Fact]
    public async Task More_than_can_be_kept_for_the_others_has_them_read_anew()
    {
        await CommandAsync("ACL", "SETUSER", "limited", "on", ">secret", "+@all", "~*", "resetchannels");
        var polling = Run(options => options.Url = $"redis://limited:secret@{Redis.ConnectionString}");
        var showing = RunElsewhere();
        await StartAsync(showing);
        await polling.StartAsync();
        var told = showing.Feed.ReadAsync(null, Cancellation);
        polling.Feed.Publish(ActivityEventType.Decision, Record("kept"));
        await WaitForMessageAsync("Redis does not let this server use the channel");

        for (var mail = 0; mail < 1500; mail++)
        {
            polling.Feed.Publish(ActivityEventType.Decision, Record($"mail {mail}"));
        }

        await CommandAsync("ACL", "SETUSER", "limited", "&r:ss:notices:v1:0");
        Assert.All(await BoundAsync(told.TakeWhile(occurred => occurred.Type != ActivityEventType.Reset)), occurred => Assert.Equal("kept", occurred.Email?.Id));

        var reset = showing.Feed.LastId;
        polling.Feed.Publish(ActivityEventType.Decision, Record("since"));
        Assert.Empty(await TakeUntilAsync(showing.Feed.ReadAsync(reset, Cancellation), "since"));
        Assert.Single(Log.Records, record => record.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("no JSON")]
    [InlineData("""{"from":"somebody","kind":"Unheard"}""")]
    [InlineData("""{"kind":"Missed"}""")]
    [InlineData("""{"from":"somebody","kind":"Activity"}""")]
    [InlineData("""{"from":"somebody","kind":"Activity","event":{"id":"1-1","type":"decision"}}""")]
    [InlineData("""{"from":"somebody","kind":"Activity","event":{"id":"1-1","type":"decision","email":{"id":"a"}}}""")]
    public async Task What_is_no_notice_is_passed_over(string message)
    {
        var (polling, showing) = (Run(), RunElsewhere());
        await StartAsync(polling, showing);
        var told = showing.Feed.ReadAsync(null, Cancellation);

        Assert.Equal(2, (int)await CommandAsync("PUBLISH", "r:ss:notices:v1:0", message));
        polling.Feed.Publish(ActivityEventType.Decision, Record("mail"));

        Assert.Equal("mail", Assert.Single(await TakeAsync(told, 1)).Email?.Id);
        Log.AssertNoWarnings();
    }

    private static LedgerRecord Record(string id) => new()
    {
        Id = id,
        Status = EmailStatus.Sent,
        Reason = DecisionReason.Deliver,
        FirstSeenAt = Instant.FromUtc(2026, 11, 5, 10, 0),
        DecidedAt = Instant.FromUtc(2026, 11, 5, 10, 0),
        Log =
        [
            new WebhookLogEntry
            {
                Timestamp = Instant.FromUtc(2026, 11, 5, 10, 0), Type = WebhookLogType.Custom, EmailId = id, Status = WebhookLogStatus.Success, StatusCode = 200,
            },
        ],
    };

    private static Task<List<ActivityEvent>> TakeAsync(IAsyncEnumerable<ActivityEvent> events, int count) => BoundAsync(events.Take(count));

    private static Task<List<ActivityEvent>> TakeUntilAsync(IAsyncEnumerable<ActivityEvent> events, string lastMail) =>
        BoundAsync(events.TakeWhile(occurred => occurred.Email?.Id != lastMail));

    private static async Task<List<ActivityEvent>> BoundAsync(IAsyncEnumerable<ActivityEvent> events) =>
        await Task.Run(async () => await events.ToListAsync(Cancellation), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancellation);
}
