using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A process that marks ids and writes the ledger for ever, and prints each after the call returned. To be killed.</summary>
internal static class StoreCrasher
{
    public const string Command = "crash-stores";

    /// <summary>How many ids are marked at the most, should nobody kill the process.</summary>
    private const int Limit = 1_000_000;

    public static async Task<int> RunAsync(string folder, string seed)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new RenderSignalOptions { DataDirectory = folder, LedgerRecords = 100 }));
        StoreRegistration.AddFileStores(services);
        await using var provider = services.BuildServiceProvider();
        var dedup = provider.GetRequiredService<IDedupStore>();
        var ledger = provider.GetRequiredService<ILedger>();

        for (var i = 0; i < Limit; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{seed}-{i}");
            await dedup.MarkProcessedAsync(id, CancellationToken.None);

            // The ledger keeps 100 records, so that it is compacted again and again.
            await ledger.WriteAsync(Records.At(SystemClock.Instance, "the same mail") with { Detail = id }, CancellationToken.None);
            await Console.Out.WriteLineAsync(id);
        }

        return 0;
    }
}
