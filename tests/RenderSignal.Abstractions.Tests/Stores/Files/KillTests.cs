using System.Diagnostics;
using System.Globalization;

namespace RenderSignal.Abstractions.Tests;

public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_that_was_acknowledged_is_missing_after_kill_9()
    {
        var token = TestContext.Current.CancellationToken;
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        var random = new Random(seed);
        await using var host = new StoreHost();
        var acknowledged = new List<string>();

        for (var round = 0; round < 10; round++)
        {
            acknowledged.AddRange(await RunUntilKilledAsync(host, $"round{round}", random.Next(1, 400), token));

            await host.RestartAsync();
            foreach (var id in acknowledged)
            {
                Assert.True(await host.Dedup.IsProcessedAsync(id, token), $"{id} is missing after round {round}, seed {seed}.");
            }

            // The kill may have hit between the writing of a record and its being printed, so a later one is fine.
            var detail = (await host.Ledger.FindAsync("the same mail", token))?.Detail;
            Assert.True(NumberOf(detail) >= NumberOf(acknowledged[^1]), $"The ledger has {detail} after {acknowledged[^1]}, seed {seed}.");
            await host.RestartAsync();
        }

        output.WriteLine($"{acknowledged.Count} acknowledged ids survived 10 kills.");
    }

    private static async Task<List<string>> RunUntilKilledAsync(StoreHost host, string prefix, int lines, CancellationToken token)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(StoreCrasher).Assembly.Location);
        }

        start.ArgumentList.Add(StoreCrasher.Command);
        start.ArgumentList.Add(host.PathOf(""));
        start.ArgumentList.Add(prefix);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
        try
        {
            var printed = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(token) is { } line)
            {
                printed.Add(line);
                if (printed.Count == lines)
                {
                    process.Kill();
                }
            }

            // What it printed between our decision and its end was acknowledged as well.
            Assert.True(printed.Count >= lines, $"The child ended by itself after {printed.Count} lines.");
            return printed;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static int NumberOf(string? id) => int.Parse(id!.Split('-')[1], CultureInfo.InvariantCulture);
}
