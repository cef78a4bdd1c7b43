using System.Globalization;

namespace RenderSignal.Chaos.Tests;

/// <summary>The counts of a run, what was not as promised, and the files that tell how it came about.</summary>
internal sealed class ChaosReport(Cluster cluster, int seed, int rounds)
{
    private const int MostNamed = 10;

    private static readonly string[] Panics = ["crit:", "Unhandled exception"];

    public ChaosScript? Script { get; set; }

    /// <summary>How many mails were unseen when all was over.</summary>
    public int Unseen { get; set; } = int.MaxValue;

    /// <summary>How each server ended in the end.</summary>
    public Dictionary<string, int> ExitCodes { get; } = [];

    private DeliveryHistory History => new(cluster.Receiver.Deliveries, cluster.Mails);

    public string Counts
    {
        get
        {
            var history = History;
            var actions = Script is null ? "" : string.Join(' ', Script.Done.CountBy(action => action.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key}={kind.Value}"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"chaos: seed={seed} rounds={rounds} mails={history.Mails} deliveries={history.Deliveries} duplicates={history.Duplicates.Count} takeovers={Math.Max(0, cluster.Journal.Takings.Count - 1)} longest_gap={history.LongestGap.TotalSeconds:0.0}s seconds={cluster.Journal.Elapsed.TotalSeconds:0} {actions}");
        }
    }

    public IReadOnlyList<string> Problems
    {
        get
        {
            var history = History;
            return
            [
                .. Named("mails were never accepted", history.Missing),
                .. Named("pairs of deliveries of one id were in flight at once", history.Overlaps.Select(pair => $"{pair.First} and {pair.Second}")),
                .. Named("confusions of ids", history.Confusions),
                .. Named("duplicates beyond one for each kill or stop of a server", history.Unaccounted(Script?.Surprises ?? []).Select(delivery => delivery.ToString())),
                .. Unseen == 0 ? Array.Empty<string>() : [$"{Unseen} mails were still unseen at the end"],
                .. Script?.Failures ?? ["the script did not come to its end"],
                .. ExitCodes.Where(end => end.Value != 0).Select(end => $"{end.Key} ended with exit code {end.Value}"),
                .. Named("lines tell of a breakdown", cluster.Journal.Entries
                    .Where(entry => Panics.Any(panic => entry.Text.Contains(panic, StringComparison.Ordinal))).Select(entry => entry.ToString())),
            ];
        }
    }

    /// <summary>Writes <c>artifacts/chaos/counts.txt</c>, <c>journal.txt</c> and <c>deliveries.txt</c>.</summary>
    public void Write()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllLines(Path.Combine(Folder, "counts.txt"), [Counts, .. Problems]);
        File.WriteAllLines(Path.Combine(Folder, "journal.txt"), cluster.Journal.Entries.Select(entry => entry.ToString()));
        File.WriteAllLines(Path.Combine(Folder, "deliveries.txt"), cluster.Receiver.Deliveries.Select(delivery => delivery.ToString()));
    }

    public override string ToString() => $"{Counts}\n{string.Join('\n', Problems)}\nWhat happened is in {Folder}.";

    private static string Folder { get; } = Path.Combine(FindRoot(), "artifacts", "chaos");

    private static IEnumerable<string> Named(string what, IEnumerable<string> all)
    {
        var list = all.ToList();
        return list.Count == 0 ? [] : [$"{list.Count} {what}: {string.Join("; ", list.Take(MostNamed))}"];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RenderSignal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"RenderSignal.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
