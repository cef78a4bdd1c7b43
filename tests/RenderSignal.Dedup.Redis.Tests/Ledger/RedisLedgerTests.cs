using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisLedgerTests : RedisLedgerTest
{
    [Fact]
    public async Task A_record_lies_on_Redis_as_in_the_file_with_a_place_that_people_can_read()
    {
        var record = Record("mail 1") with { Subject = "Lot é", Log = [Send("mail 1")] };
        await WriteAsync(Run(), record);

        var line = (await File.ReadAllTextAsync(Data.File("ledger.jsonl"), Cancellation)).TrimEnd();
        Assert.Equal(line, (string?)await CommandAsync("HGET", Records, "mail 1"));
        Assert.Contains("Lot é", line, StringComparison.Ordinal);
        Assert.Equal(["2026-11-05T10:00:00.000000000Z 00000000 sent/deliver mail 1"], await ListRawAsync(Order));
        Assert.Equal((await ListRawAsync(Order))[0], (string?)await CommandAsync("HGET", Places, "mail 1"));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Two_servers_that_write_one_mail_at_once_lose_nothing_of_each_other()
    {
        const int Writes = 60;
        var servers = new[] { Run(), RunElsewhere() };

        await Task.WhenAll(Enumerable.Range(1, Writes).Select(i => Task.Run(() => servers[i % 2].Ledger.UpdateAsync("a", Count(i), Cancellation), Cancellation)));

        foreach (var server in servers)
        {
            var record = await server.Ledger.FindAsync("a", Cancellation);
            Assert.Equal($"{Writes}", record?.Subject);
            Assert.Equal(LedgerRecord.MaxLogEntries, record?.Log.Count);
            Assert.Equal(Enumerable.Range(1, Writes).Reverse().Select(i => $"a {i}"), await LogAsync(server));
        }

        Assert.Single(await ListRawAsync(Order));
        Log.AssertNoWarnings();

        static Func<LedgerRecord?, LedgerRecord?> Count(int i) => stored =>
            ((stored ?? Record("a")) with { Subject = $"{int.Parse(stored?.Subject ?? "0", CultureInfo.InvariantCulture) + 1}" }).WithLog([Send("a", i)]);
    }

    [Fact]
    public async Task A_server_sees_what_another_one_decided()
    {
        var (one, other) = (Run(), RunElsewhere());
        await WriteAsync(one, Record("a"), Record("b", 1));
        await WriteAsync(other, Record("a", 2) with { Status = EmailStatus.Failed, Reason = DecisionReason.DeliveryFailed });

        Assert.Equal(EmailStatus.Failed, (await one.Ledger.FindAsync("a", Cancellation))?.Status);
        Assert.Equal(["a", "b"], await ListAsync(one));
        Assert.Equal(["a"], await ListAsync(one, new LedgerQuery { Statuses = [EmailStatus.Failed] }));
        Assert.Equal([1, 1], (await one.Ledger.CountAsync(Start, Start + Duration.FromHours(1), Cancellation)).Select(count => count.Count));
    }

    [Fact]
    public async Task Where_the_oldest_records_go_nothing_of_them_stays()
    {
        var app = Run(variables: new Dictionary<string, string?> { ["RENDERSIGNAL_LEDGER_RECORDS"] = "100" });
        await WriteAsync(app, Enumerable.Range(0, 130).Select(i => Record($"mail {i}", i)));
        await WriteAsync(app, Record("mail 30", 200));
        await WriteAsync(app, Record("late", -5));

        Assert.Equal(["mail 30", .. Enumerable.Range(31, 99).Reverse().Select(i => $"mail {i}")], await ListAsync(app));
        Assert.Equal((100, 100), ((await ListRawAsync(Records)).Length, (await ListRawAsync(Places)).Length));
        Assert.Equal(100, (await ListRawAsync(Order)).Length);
    }

    [Fact]
    public async Task A_ledger_of_thousands_is_paged_through_searched_and_counted()
    {
        const int Mails = 4100;
        var app = Run();
        await WriteAsync(app, Enumerable.Range(0, Mails).Select(i => Record($"mail {i}", i / 3) with
        {
            Subject = i % 1000 == 0 ? "Lot rare" : "Lot",
            Status = i % 1500 == 0 ? EmailStatus.Left : EmailStatus.Sent,
        }));

        Assert.Equal(["mail 4000", "mail 3000", "mail 2000", "mail 1000", "mail 0"], await ListAsync(app, new LedgerQuery { Text = "RARE" }));
        Assert.Equal(["mail 3000", "mail 1500", "mail 0"], await ListAsync(app, new LedgerQuery { Statuses = [EmailStatus.Left] }));
        Assert.Equal(["mail 3000", "mail 0"], await ListAsync(app, new LedgerQuery { Statuses = [EmailStatus.Left], Text = "rare", Limit = 2 }));
        Assert.Empty(await ListAsync(app, new LedgerQuery { Text = "nowhere" }));
        Assert.Equal(Mails, (await app.Ledger.CountAsync(Start, Start + Duration.FromDays(1), Cancellation)).Sum(count => count.Count));
        Assert.Equal(Enumerable.Range(0, Mails).Select(i => $"mail {i}").Reverse(), await ListAsync(app, new LedgerQuery { Limit = 10_000 }));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_once_and_breaks_neither_list_nor_count()
    {
        var app = Run();
        await WriteAsync(app, Record("a"), Record("b", 1), Record("c", 2));
        await CommandAsync("HSET", Records, "b", "rubbish");
        await CommandAsync("ZADD", Order, 0, "2026-11-05T10:00:01.5Z rubbish");
        await CommandAsync("ZADD", Order, 0, "2026-11-05T10:00:01.000000000Z 00000000 sent/of_a_later_version d");

        Assert.Equal(["c", "a"], await ListAsync(app));
        Assert.Equal(["c", "a"], await ListAsync(app));
        Assert.Equal(3, Assert.Single(await app.Ledger.CountAsync(Start, Start + Duration.FromHours(1), Cancellation)).Count);
        Assert.Equal("b", (await app.Ledger.FindAsync("b", Cancellation))?.Id);
        var warning = Assert.Single(Log.Records, record => record.Level >= LogLevel.Warning).Message;
        Assert.StartsWith($"The record of b in {Records} on Redis cannot be read", warning, StringComparison.Ordinal);

        await SendAsync(app, "b", 5);
        Assert.Equal(["c", "b", "a"], await ListAsync(app));
    }

    [Fact]
    public async Task A_ledger_of_another_type_is_one_outage()
    {
        await CommandAsync("SET", Records, "not a hash");
        var app = Run();

        for (var i = 0; i < 5; i++)
        {
            await SendAsync(app, "a", i);
            Assert.Equal(["a"], await ListAsync(app));
        }

        await CommandAsync("DEL", Records);
        await WaitUntilBackAsync();
        Assert.Equal(5, (await app.Ledger.FindAsync("a", Cancellation))?.Log.Count);
        Assert.Equal(["a"], await ListRawAsync(Records));
        Assert.Contains("WRONGTYPE", AssertOneWarningAndOneReturn(), StringComparison.Ordinal);
    }
}
