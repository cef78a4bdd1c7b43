using System.Diagnostics;
using NodaTime;
using RenderSignal.TestKit;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisLedgerOutageTests : RedisLedgerTest
{
    [Theory]
    [InlineData("maxmemory", "1", "0", "OOM")]
    [InlineData("min-replicas-to-write", "1", "0", "NOREPLICAS")]
    public async Task What_is_decided_while_Redis_takes_no_writes_is_known_at_once_and_there_when_it_does(
        string setting, string broken, string mended, string reason)
    {
        var app = Run();
        await RunElsewhere().Ledger.UpdateAsync("a", _ => Record("a") with { Log = [Send("a")] }, Cancellation);
        Assert.Equal(["a"], await ListAsync(app));
        await ConfigureAsync(setting, broken);

        for (var second = 1; second <= 3; second++)
        {
            await SendAsync(app, "a", second);
        }

        await SendAsync(app, "b", 4);
        Assert.Equal([0, 1, 2, 3], Seconds(await app.Ledger.FindAsync("a", Cancellation)));
        Assert.Equal(["b", "a"], await ListAsync(app));
        Assert.Equal(["b 4", "a 3", "a 2", "a 1", "a 0"], await LogAsync(app));
        Assert.Equal([2], (await app.Ledger.CountAsync(Start, Start + Duration.FromHours(1), Cancellation)).Select(count => count.Count));
        Assert.Equal(2, (await File.ReadAllLinesAsync(PendingRecords, Cancellation)).Distinct().Count());

        await ConfigureAsync(setting, mended);
        await WaitUntilBackAsync();
        Assert.Equal([0, 1, 2, 3], Seconds(await RunElsewhere().Ledger.FindAsync("a", Cancellation)));
        Assert.Equal(["b 4", "a 3", "a 2", "a 1", "a 0"], await LogAsync(app));
        Assert.Equal(5, (await ListRawAsync(WebhookLog)).Length);
        Assert.False(File.Exists(PendingRecords));
        Assert.Contains(reason, AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_comes_back_empty_is_given_everything_in_its_order()
    {
        var app = Run();
        await WriteAsync(app, Enumerable.Range(0, 450).Select(i => Record($"mail {i}", i / 100) with { Log = [Send($"mail {i}", i)] }));
        var (list, log) = (await ListAsync(app), await LogAsync(app));

        await Redis.StopAsync();
        await SendAsync(app, "late", 1000);
        Assert.Equal(["late", .. list], await ListAsync(app));
        await Redis.StartAgainAsync(Cancellation);
        await WaitUntilBackAsync();

        Assert.Equal(451, (await ListRawAsync(Records)).Length);
        Assert.Equal(["late", .. list], await ListAsync(app));
        Assert.Equal(["late 1000", .. log], await LogAsync(app));
        Assert.Equal(["late", .. list], await ListAsync(RunElsewhere()));
        Assert.False(File.Exists(PendingRecords));
        AssertOneWarningAndOneReturn();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Redis_that_was_emptied_under_a_server_is_given_everything_by_what_it_is_asked_next(bool isWritten)
    {
        var app = Run();
        await WriteAsync(app, Enumerable.Range(0, 5).Select(i => Record($"mail {i}", i)));
        await CommandAsync("FLUSHALL");

        var asked = isWritten ? SendAsync(app, "mail 4", 4) : ListAsync(app);
        await asked;
        await WaitUntilBackAsync();

        Assert.Equal(["mail 4", "mail 3", "mail 2", "mail 1", "mail 0"], await ListAsync(RunElsewhere()));
        Assert.Contains("it was emptied", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_begins_with_Redis_brings_its_records_and_keeps_the_log_of_the_reference()
    {
        await CommandAsync("RPUSH", WebhookLog, """{"timestamp": "2026-11-04T09:27:00.123456+00:00", "type": "custom", "email_id": "old", "status": "success"}""");
        await using (var before = new RedisApp(Data, Log, _ => { }))
        {
            await WriteAsync(before, Enumerable.Range(0, 5).Select(i => Record($"mail {i}", i) with { Log = [Send($"mail {i}", i)] }));
        }

        var app = Run();
        await app.StartAsync();
        await WaitForMessageAsync("5 entries that Redis at");

        Assert.Equal(["mail 4", "mail 3", "mail 2", "mail 1", "mail 0"], await ListAsync(RunElsewhere()));
        Assert.Equal(["mail 4", "mail 3", "mail 2", "mail 1", "mail 0", "old"], (await app.Ledger.ListLogAsync(Instant.MinValue, 10, Cancellation)).Select(entry => entry.EmailId));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_one_run_could_not_write_the_next_one_joins_with_what_others_wrote()
    {
        await Redis.StopAsync();
        await using (var first = new RedisApp(Data, Log, options => options.Url = $"redis://{Redis.ConnectionString}"))
        {
            await SendAsync(first, "later here", 20);
            await SendAsync(first, "later there", 10);
            await WriteAsync(first, Record("met again", 20) with { Status = EmailStatus.Skipped, Reason = DecisionReason.AlreadyProcessed });
        }

        await Redis.StartAgainAsync(Cancellation);
        var there = RunElsewhere();
        await WriteAsync(
            there,
            Record("later here", 10) with { Subject = "there", Log = [Send("later here", 15)] },
            Record("later there", 20) with { Subject = "there", Log = [Send("later there", 25)] },
            Record("met again", 10));
        var here = Run();
        await here.StartAsync();
        await WaitForMessageAsync("2 entries that Redis at");

        foreach (var ledger in new[] { there.Ledger, here.Ledger })
        {
            var laterHere = await ledger.FindAsync("later here", Cancellation);
            Assert.Equal(("", Start + Duration.FromSeconds(10), Start + Duration.FromSeconds(20)), (laterHere?.Subject, laterHere?.FirstSeenAt, laterHere?.DecidedAt));
            Assert.Equal([15, 20], Seconds(laterHere));
            var laterThere = await ledger.FindAsync("later there", Cancellation);
            Assert.Equal(("there", Start + Duration.FromSeconds(10), Start + Duration.FromSeconds(20)), (laterThere?.Subject, laterThere?.FirstSeenAt, laterThere?.DecidedAt));
            Assert.Equal([10, 25], Seconds(laterThere));
            Assert.Equal(EmailStatus.Sent, (await ledger.FindAsync("met again", Cancellation))?.Status);
        }

        // The copy learned of it, too.
        await Redis.StopAsync();
        Assert.Equal("there", (await here.Ledger.FindAsync("later there", Cancellation))?.Subject);
    }

    [Fact]
    public async Task Servers_that_write_on_through_an_outage_lose_nothing()
    {
        var servers = new[] { Run(), RunElsewhere() };
        using var over = new CancellationTokenSource();
        var writing = servers.Select((server, at) => Task.Run(() => WriteOnAsync(server, at, over.Token), Cancellation)).ToArray();

        await ConfigureAsync("min-replicas-to-write", "1");
        await WaitUntilAllAsync(servers, ComponentState.Failing);
        await ConfigureAsync("min-replicas-to-write", "0");
        await WaitUntilAllAsync(servers, ComponentState.Working);

        await over.CancelAsync();
        var written = (await Task.WhenAll(writing)).SelectMany(counts => counts).ToDictionary();
        var stored = (await RunElsewhere().Ledger.ListAsync(new LedgerQuery { Limit = 1000 }, Cancellation)).Records;
        Assert.Equal(written.OrderBy(pair => pair.Key), stored.ToDictionary(record => record.Id, record => record.Subject.Length).OrderBy(pair => pair.Key));

        static async Task<Dictionary<string, int>> WriteOnAsync(RedisApp server, int at, CancellationToken over)
        {
            var counts = new Dictionary<string, int>();
            for (var number = 0; number < 100_000 && !over.IsCancellationRequested; number++)
            {
                var id = $"mail {at} {number % 100}";
                var record = await server.Ledger.UpdateAsync(id, mail => (mail ?? Record(id)) with { Subject = $"{mail?.Subject}x" }, Cancellation);
                counts[id] = record!.Subject.Length;
            }

            return counts;
        }
    }

    [Fact]
    public async Task A_Redis_that_hangs_costs_one_time_out_and_no_more()
    {
        var app = Run(options =>
        {
            options.Url = $"redis://{Redis.ConnectionString}";
            options.CommandTimeout = TimeSpan.FromMilliseconds(500);
        });
        await SendAsync(app, "a", 0);
        await using var administrator = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString + ",allowAdmin=true");
        await administrator.GetServers()[0].ExecuteAsync("CLIENT", "PAUSE", "3000", "ALL");

        var watch = Stopwatch.StartNew();
        for (var second = 1; second <= 10; second++)
        {
            await SendAsync(app, "a", second);
            Assert.Equal(["a"], await ListAsync(app));
            Assert.Equal(second + 1, (await LogAsync(app)).Count());
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0.4, 5);
        await WaitUntilBackAsync();
        Assert.Equal(11, (await ListRawAsync(WebhookLog)).Length);
        AssertOneWarningAndOneReturn();
    }

    private static async Task WaitUntilAllAsync(RedisApp[] servers, ComponentState state) => Assert.True(await Polling.UntilAsync(
        _ => Task.FromResult(servers.All(server => server.Status?.State == state)), TimeSpan.FromSeconds(30), Cancellation));

    private static IEnumerable<double> Seconds(LedgerRecord? record) => record!.Log.Select(entry => (entry.Timestamp - Start).TotalSeconds);
}
