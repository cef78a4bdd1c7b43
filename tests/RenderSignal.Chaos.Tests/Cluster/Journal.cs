using RenderSignal.TestKit;

namespace RenderSignal.Chaos.Tests;

/// <summary>What was done to the cluster and what its servers printed, on one clock.</summary>
internal sealed class Journal
{
    /// <summary>The source of what was done, rather than printed.</summary>
    public const string Script = "---";

    /// <summary>What a server prints when it begins to be the one that polls.</summary>
    private const string Took = "BG_POLLER: Singleton lock acquired";

    private static readonly string[] Alarming = [" warn: ", " fail: ", " crit: "];

    private readonly Recording<JournalEntry> _entries = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();

    public TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    public IReadOnlyList<JournalEntry> Entries => _entries.Items;

    /// <summary>Each beginning of a server's polling, the first included.</summary>
    public IReadOnlyList<JournalEntry> Takings => [.. Entries.Where(IsTaking)];

    public void Add(string source, string text) => _entries.Add(new JournalEntry(Elapsed, source, text));

    /// <summary>Waits for the next server that begins to poll.</summary>
    /// <param name="after">What was so until now.</param>
    /// <param name="timeout">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public async Task<JournalEntry> WaitForTakingAsync(TimeSpan after, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var entries = await _entries.WaitForAsync(entries => entries.Any(IsWanted), "server that begins to poll", timeout, cancellationToken);
        return entries.First(IsWanted);

        bool IsWanted(JournalEntry entry) => entry.At >= after && IsTaking(entry);
    }

    /// <summary>Waits for a line of a server.</summary>
    /// <param name="source">The server.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="after">What was printed until then does not count.</param>
    /// <param name="timeout">How long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public async Task<JournalEntry> WaitForLineAsync(string source, string text, TimeSpan after, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var entries = await _entries.WaitForAsync(entries => entries.Any(IsWanted), $"line of {source} with '{text}'", timeout, cancellationToken);
        return entries.First(IsWanted);

        bool IsWanted(JournalEntry entry) => entry.At >= after && entry.Source == source && entry.Text.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>What a server printed since then of WARNING or worse.</summary>
    public IReadOnlyList<string> Warnings(string source, TimeSpan after) =>
    [
        .. Entries.Where(entry => entry.At >= after && entry.Source == source && Alarming.Any(level => entry.Text.Contains(level, StringComparison.Ordinal)))
            .Select(entry => entry.Text),
    ];

    private static bool IsTaking(JournalEntry entry) => entry.Source != Script && entry.Text.Contains(Took, StringComparison.Ordinal);
}
