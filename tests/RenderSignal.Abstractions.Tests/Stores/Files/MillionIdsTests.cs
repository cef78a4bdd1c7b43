using System.Diagnostics;
using System.Globalization;

namespace RenderSignal.Abstractions.Tests;

public sealed class MillionIdsTests(ITestOutputHelper output)
{
    private const int Ids = 1_000_000;

    [Fact]
    public async Task A_million_ids_are_loaded_and_found_in_modest_time_and_memory()
    {
        var token = TestContext.Current.CancellationToken;
        await using var host = new StoreHost();
        host.Put("processed_ids.jsonl", "");
        await using (var file = new StreamWriter(host.PathOf("processed_ids.jsonl")))
        {
            for (var i = 0; i < Ids; i++)
            {
                await file.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{IdOf(i)}}","at":"2026-11-05T09:00:00Z"}""") + "\n");
            }
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var loading = Stopwatch.StartNew();
        Assert.True(await host.Dedup.IsProcessedAsync(IdOf(0), token));
        loading.Stop();
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;

        var looking = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(await host.Dedup.IsProcessedAsync(IdOf(i * 100), token));
        }

        looking.Stop();
        Assert.False(await host.Dedup.IsProcessedAsync(IdOf(Ids), token));
        output.WriteLine($"Load {loading.ElapsedMilliseconds} ms, {memory:f1} MB, look-up {looking.Elapsed.TotalMicroseconds / 10_000:f2} µs.");
        Assert.InRange(memory, 0, 200);
        Assert.InRange(loading.Elapsed.TotalSeconds, 0, 60);
        Assert.InRange(looking.Elapsed.TotalMilliseconds, 0, 5000);
    }

    private static string IdOf(int number) => ((UInt128)number * 0x9E3779B97F4A7C15).ToString("x32", CultureInfo.InvariantCulture);
}
