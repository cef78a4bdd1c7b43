using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class FileJournalTests
{
    private const string Ids = "processed_ids.jsonl";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_last_line_cut_at_any_byte_is_dropped_and_the_lines_before_it_stay()
    {
        await using var host = new StoreHost();
        await MarkAsync(host, "first", "second", "third é");
        await host.RestartAsync();
        var whole = await File.ReadAllBytesAsync(host.PathOf(Ids), Token);
        var ends = Enumerable.Range(0, whole.Length).Where(i => whole[i] == '\n').ToArray();

        for (var length = ends[0] + 1; length < whole.Length; length++)
        {
            await host.RestartAsync();
            await File.WriteAllBytesAsync(host.PathOf(Ids), whole[..length], Token);
            var warningsBefore = host.Warnings.Count;

            // Only the line feed may be missing from a line that counts.
            var lines = ends.Count(end => end <= length);
            Assert.True(await host.Dedup.IsProcessedAsync("first", Token));
            Assert.Equal(lines > 1, await host.Dedup.IsProcessedAsync("second", Token));
            Assert.Equal(lines > 2, await host.Dedup.IsProcessedAsync("third é", Token));

            var isWhole = ends.Contains(length) || ends.Contains(length - 1);
            Assert.Equal(isWhole ? 0 : 1, host.Warnings.Count - warningsBefore);

            await MarkAsync(host, "after");
            await host.RestartAsync();
            Assert.True(await host.Dedup.IsProcessedAsync("after", Token));
            Assert.Equal(lines > 1, await host.Dedup.IsProcessedAsync("second", Token));
            Assert.Equal(lines + 1, (await File.ReadAllLinesAsync(host.PathOf(Ids), Token)).Length);
        }

        Assert.All(host.Warnings, warning => Assert.Contains(host.PathOf(Ids), warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":null,"at":"2026-11-05T10:00:00Z"}""")]
    [InlineData("""{"id":"x","at":"yesterday"}""")]
    [InlineData("""{"id":"x","at":"2026-11-05T10:00:00Z"}{"id":"y","at":"2026-11-05T10:00:00Z"}""")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    public async Task A_damaged_line_in_the_middle_is_skipped_with_one_warning_that_names_file_and_line(string damaged)
    {
        await using var host = new StoreHost();
        host.Put(Ids, Line("first") + damaged + "\n" + Line("third"));

        Assert.True(await host.Dedup.IsProcessedAsync("first", Token));
        Assert.True(await host.Dedup.IsProcessedAsync("third", Token));
        Assert.False(await host.Dedup.IsProcessedAsync("x", Token));
        await MarkAsync(host, "fourth");

        var warning = Assert.Single(host.Warnings);
        Assert.Contains(host.PathOf(Ids), warning, StringComparison.Ordinal);
        Assert.Contains("line 2.", warning, StringComparison.Ordinal);
        Assert.Contains(damaged + "\n", await File.ReadAllTextAsync(host.PathOf(Ids), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_line_is_kept_aside_when_the_file_is_rewritten()
    {
        await using var host = new StoreHost();
        host.Put(Ids, "not json\n" + Line("first"));

        for (var i = 0; i < 2500; i++)
        {
            await MarkAsync(host, "second");
        }

        Assert.StartsWith(Line("first") + Line("second"), await File.ReadAllTextAsync(host.PathOf(Ids), Token), StringComparison.Ordinal);
        Assert.StartsWith("not json\n" + Line("first"), await File.ReadAllTextAsync(host.PathOf(Ids + ".damaged"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compaction_keeps_the_content_and_the_file_small()
    {
        await using var host = new StoreHost();
        for (var i = 0; i < 2500; i++)
        {
            await MarkAsync(host, $"mail {i % 10}");
        }

        Assert.InRange((await File.ReadAllLinesAsync(host.PathOf(Ids), Token)).Length, 10, 1300);
        await MarkAsync(host, "after");
        await host.RestartAsync();

        for (var i = 0; i < 10; i++)
        {
            Assert.True(await host.Dedup.IsProcessedAsync($"mail {i}", Token));
        }

        Assert.True(await host.Dedup.IsProcessedAsync("after", Token));
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_compaction_leaves_the_old_file_in_force()
    {
        await using var host = new StoreHost();
        host.Put(Ids, Line("first"));
        host.Put(Ids + ".tmp", Line("half a compac")[..20]);

        Assert.True(await host.Dedup.IsProcessedAsync("first", Token));

        Assert.False(File.Exists(host.PathOf(Ids + ".tmp")));
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task A_compaction_that_fails_does_not_fail_the_write_that_caused_it()
    {
        await using var host = new StoreHost();
        await MarkAsync(host, "first");
        Directory.CreateDirectory(host.PathOf(Ids + ".tmp"));
        for (var i = 0; i < 2500; i++)
        {
            await MarkAsync(host, "again");
        }

        Assert.Contains("could not be made smaller", Assert.Single(host.Warnings.Distinct()), StringComparison.Ordinal);
        Directory.Delete(host.PathOf(Ids + ".tmp"));
        Assert.True(await host.Dedup.IsProcessedAsync("first", Token));
    }

    [Fact]
    public async Task A_second_process_in_the_same_folder_is_told_which_setting_to_change_and_takes_over_when_the_first_ends()
    {
        await using var host = new StoreHost();
        await MarkAsync(host, "first");
        await using var other = host.Build();

        var refused = await Assert.ThrowsAsync<IOException>(() => other.GetRequiredService<IDedupStore>().IsProcessedAsync("first", Token));
        Assert.Contains("RENDERSIGNAL_DATA", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetDirectoryName(host.PathOf(Ids))!, refused.Message, StringComparison.Ordinal);

        await host.RestartAsync();
        Assert.True(await other.GetRequiredService<IDedupStore>().IsProcessedAsync("first", Token));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_with_its_setting()
    {
        await using var host = new StoreHost(configure: options =>
        {
            File.WriteAllText(options.DataDirectory, "A file where the folder should be.");
            options.DataDirectory = Path.Combine(options.DataDirectory, "state");
        });

        var failed = await Assert.ThrowsAsync<IOException>(() => MarkAsync(host, "first"));
        Assert.Contains("RENDERSIGNAL_DATA", failed.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetDirectoryName(host.PathOf(Ids))!, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may_read_a_journal()
    {
        await using var host = new StoreHost();
        await MarkAsync(host, "first");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.PathOf(Ids)));
        }
    }

    private static async Task MarkAsync(StoreHost host, params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            await host.Dedup.MarkProcessedAsync(id, Token);
        }
    }

    private static string Line(string id) => $$"""{"id":"{{id}}","at":"{{Instant.FromUtc(2026, 11, 5, 10, 0)}}"}""" + "\n";
}
