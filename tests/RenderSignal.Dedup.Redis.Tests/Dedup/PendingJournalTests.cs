using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class PendingJournalTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestLog _log = new();

    private string File => _folder.File("data", "redis_pending.jsonl");

    [Fact]
    public void Entries_outlive_the_process_in_their_order()
    {
        PendingEntry[] entries =
        [
            new(PendingKind.Email, "a"),
            new(PendingKind.ForgetEmail, "b"),
            new(PendingKind.Group, "2026-11:lot_7", 1_800_000_000_000),
            new(PendingKind.Send, "a") { AtMs = 1_790_000_000_000 },
            new(PendingKind.Retry, "1:7") { State = "x" },
        ];
        var journal = Open();
        Assert.True(journal.IsEmpty);
        Array.ForEach(entries, journal.Append);

        var next = Open();

        Assert.False(next.IsEmpty);
        Assert.Equal(entries, next.Peek(10));
        Assert.Equal(
            """
            {"kind":"email","value":"a"}
            {"kind":"forget_email","value":"b"}
            {"kind":"group","value":"2026-11:lot_7","expires_at_ms":1800000000000}
            {"kind":"send","value":"a","at_ms":1790000000000}
            {"kind":"retry","value":"1:7","state":"x"}

            """,
            System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Of_several_entries_about_one_thing_the_last_is_found_until_it_is_removed()
    {
        PendingEntry[] entries = [new(PendingKind.Email, "a"), new(PendingKind.ForgetEmail, "a"), new(PendingKind.Send, "a")];
        Array.ForEach(entries, Open().Append);
        var journal = Open();

        Assert.Equal(entries[1], journal.FindLast(PendingKind.Email, "a"));
        Assert.Equal(entries[2], journal.FindLast(PendingKind.Send, "a"));
        Assert.Null(journal.FindLast(PendingKind.Group, "a"));

        journal.Remove(1);
        Assert.Equal(entries[1], journal.FindLast(PendingKind.Email, "a"));
        journal.Remove(1);
        Assert.Null(journal.FindLast(PendingKind.Email, "a"));
    }

    [Fact]
    public void A_torn_last_line_is_dropped_and_written_over()
    {
        Open().Append(new(PendingKind.Email, "whole"));
        System.IO.File.AppendAllText(File, """{"kind":"email","value":"torn by a crash""");
        var journal = Open();

        Assert.Equal([new(PendingKind.Email, "whole")], journal.Peek(10));
        journal.Append(new(PendingKind.Email, "b"));

        Assert.Equal([new(PendingKind.Email, "whole"), new(PendingKind.Email, "b")], Open().Peek(10));
        _log.AssertNoWarnings();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("""{"kind":"unknown","value":"x"}""")]
    [InlineData("""{"kind":"email","value":null}""")]
    [InlineData("")]
    public void A_damaged_line_is_reported_and_the_others_are_kept(string damaged)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, $$"""{"kind":"email","value":"a"}{{"\n"}}{{damaged}}{{"\n"}}{"kind":"email","value":"b"}{{"\n"}}""");

        Assert.Equal(["a", "b"], Open().Peek(10).Select(entry => entry.Value));
        Assert.StartsWith($"Line 2 of {File} ", Assert.Single(_log.Records).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_goes_with_the_last_entry()
    {
        var journal = Open();
        journal.Append(new(PendingKind.Email, "a"));
        journal.Append(new(PendingKind.Email, "b"));

        journal.Remove(1);
        Assert.True(System.IO.File.Exists(File));
        journal.Remove(1);
        Assert.False(System.IO.File.Exists(File));

        journal.Append(new(PendingKind.Email, "c"));
        Assert.Equal([new(PendingKind.Email, "c")], Open().Peek(10));
    }

    [Fact]
    public void What_Redis_has_is_not_told_again_after_a_crash()
    {
        var journal = Open();
        PendingEntry[] entries = [new(PendingKind.ForgetEmail, "a"), new(PendingKind.Retry, "1:7") { State = "x" }, new(PendingKind.Email, "b")];
        Array.ForEach(entries, journal.Append);

        journal.Remove(1);
        Assert.Equal(entries[1..], Open().Peek(10));

        journal.Append(new(PendingKind.Email, "c"));
        Assert.Equal([.. entries[1..], new(PendingKind.Email, "c")], Open().Peek(10));
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void A_file_that_cannot_be_shortened_is_no_failure()
    {
        var journal = Open();
        PendingEntry[] entries = [new(PendingKind.Email, "a"), new(PendingKind.Email, "b"), new(PendingKind.Email, "c")];
        Array.ForEach(entries, journal.Append);
        Directory.CreateDirectory(File + ".tmp");

        journal.Remove(1);
        Assert.Equal(entries[1..], journal.Peek(10));
        Assert.Equal(entries, Open().Peek(10));

        Directory.Delete(File + ".tmp");
        journal.Remove(1);
        Assert.Equal(entries[2..], Open().Peek(10));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    private PendingJournal Open() => new(File, _log.CreateLogger<PendingJournal>());
}
