using System.Text.Json;

namespace RenderSignal.Abstractions.Tests;

public sealed class FileLedgerTests()
    : LedgerContract<StoreHost>(new(StoreKind.Files, options => options.LedgerRecords = Capacity))
{
    [Fact]
    public async Task A_restart_holds_every_field_of_a_record()
    {
        await Host.Ledger.WriteAsync(Records.Full, Token);

        await Host.RestartAsync();

        var read = await Host.Ledger.FindAsync(Records.Full.Id, Token);
        Assert.Equal(Records.Full.Log, read?.Log);
        Assert.Equal(Records.Full.DetailValues, read?.DetailValues);
        Assert.Equal(Records.Full, read! with { Log = Records.Full.Log, DetailValues = Records.Full.DetailValues });
    }

    [Fact]
    public async Task The_file_is_readable_snake_case_with_instants_in_UTC()
    {
        await Host.Ledger.WriteAsync(Records.Full, Token);

        var line = await File.ReadAllTextAsync(Host.PathOf("ledger.jsonl"), Token);

        Assert.Contains("Média Solution", line, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(line);
        Assert.Equal("group_already_processed", json.RootElement.GetProperty("reason").GetString());
        Assert.Equal("failed", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("2026-11-05T10:00:00.123456789Z", json.RootElement.GetProperty("decided_at").GetString());
        Assert.Equal("2026-11-05T10:00:00Z", json.RootElement.GetProperty("log")[0].GetProperty("timestamp").GetString());
    }

    [Fact]
    public async Task What_stands_in_a_detail_is_kept_by_name_and_left_out_when_there_is_nothing()
    {
        await Host.Ledger.WriteAsync(Records.Full, Token);
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "plain"), Token);

        var lines = await File.ReadAllLinesAsync(Host.PathOf("ledger.jsonl"), Token);

        using var full = JsonDocument.Parse(lines[0]);
        Assert.Equal("503", full.RootElement.GetProperty("detail_values").GetProperty("status").GetString());
        Assert.DoesNotContain("values", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_a_subject_does_not_keep_a_record_from_being_written()
    {
        await Host.Ledger.WriteAsync(Records.At(Host.Clock, "a") with { Subject = "x\ud83d" }, Token);

        await Host.RestartAsync();

        Assert.Equal("x\ufffd", (await Host.Ledger.FindAsync("a", Token))?.Subject);
    }

    [Fact]
    public async Task Fields_of_a_later_version_are_ignored()
    {
        Host.Put("ledger.jsonl", """{"id":"a","status":"sent","reason":"deliver","first_seen_at":"2026-11-05T10:00:00Z","decided_at":"2026-11-05T10:00:00Z","mood":"good"}""" + "\n");

        Assert.Equal(DecisionReason.Deliver, (await Host.Ledger.FindAsync("a", Token))?.Reason);
    }

    [Fact]
    public async Task Records_of_an_earlier_version_without_place_and_route_are_read_and_kept()
    {
        Host.Put("ledger.jsonl", """
            {"id":"0123456789abcdef0123456789abcdef","subject":"Lot 7","sender":"achats@example.test","date":"Thu, 5 Nov 2026 11:00:00 +0100","detector":"recadrage","status":"sent","reason":"deliver","first_seen_at":"2026-11-05T10:00:00Z","decided_at":"2026-11-05T10:00:00.5Z","log":[{"timestamp":"2026-11-05T10:00:00Z","type":"custom","email_id":"0123456789abcdef0123456789abcdef","status":"success","status_code":200,"attempts":1,"duration_ms":12}]}
            {"id":"uid:1:7","status":"failed","reason":"unreadable","detail":"no headers","first_seen_at":"2026-11-05T09:00:00Z","decided_at":"2026-11-05T09:00:00Z"}

            """.ReplaceLineEndings("\n"));

        var records = (await Host.Ledger.ListAsync(new LedgerQuery(), Token)).Records;

        Assert.Equal([EmailStatus.Sent, EmailStatus.Failed], records.Select(record => record.Status));
        Assert.All(records, record => Assert.Null(record.Uid));
        Assert.All(records, record => Assert.Null(record.Route));
        Assert.All(records, record => Assert.Empty(record.DetailValues));
        Assert.Equal("accepted by its receiver", ReasonText.For(records[0]));
        Assert.Equal(200, Assert.Single(records[0].Log).StatusCode);

        await Host.Ledger.WriteAsync(records[1] with { Uid = new MessageUid(1, 7) }, Token);
        await Host.RestartAsync();
        Assert.Equal(new MessageUid(1, 7), (await Host.Ledger.FindAsync("uid:1:7", Token))?.Uid);
        Assert.Equal(records[0] with { Log = [] }, (await Host.Ledger.FindAsync(records[0].Id, Token))! with { Log = [] });
    }

    [Fact]
    public async Task A_restart_leaves_records_of_one_instant_in_their_places()
    {
        foreach (var id in (string[])["c", "b", "a", "c"])
        {
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, id), Token);
        }

        await Host.RestartAsync();

        Assert.Equal(["a", "b", "c"], (await Host.Ledger.ListAsync(new LedgerQuery(), Token)).Records.Select(record => record.Id));
    }

    [Fact]
    public async Task A_restart_keeps_the_order_and_the_capacity_through_compactions()
    {
        for (var i = 0; i < 3000; i++)
        {
            await Host.Ledger.WriteAsync(Records.At(Host.Clock, $"mail {i}"), Token);
        }

        await Host.RestartAsync();

        var kept = (await Host.Ledger.ListAsync(new LedgerQuery { Limit = 1000 }, Token)).Records;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"mail {2999 - i}"), kept.Select(record => record.Id));
        Assert.InRange((await File.ReadAllLinesAsync(Host.PathOf("ledger.jsonl"), Token)).Length, 100, 1300);
    }
}
