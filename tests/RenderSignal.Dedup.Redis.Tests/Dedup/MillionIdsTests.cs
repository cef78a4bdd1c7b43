using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class MillionIdsTests(ITestOutputHelper output) : RedisTest
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int BatchSize = 5_000;

    [Fact]
    public async Task A_look_up_among_a_million_ids_takes_no_longer_than_among_ten_thousand_nor_does_catching_up()
    {
        var app = Run();
        var layout = app.Services.GetRequiredService<RedisIdLayout>();
        Assert.False(await app.Store.IsProcessedAsync(IdOf(0), Cancellation));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var database = connection.GetDatabase();

        await FillAsync(layout, database, 0, Few);
        await app.CatchUpAsync();
        var few = await MeasureAsync(app.Store, Few);
        var filling = Stopwatch.StartNew();
        await FillAsync(layout, database, Few, Many);
        filling.Stop();
        var many = await MeasureAsync(app.Store, Many);

        await layout.MarkAsync(database, "of another server");
        var catchingUp = Stopwatch.StartNew();
        await app.CatchUpAsync();
        catchingUp.Stop();
        Assert.True(await app.LocalStore.IsProcessedAsync("of another server", Cancellation));

        var key = (long)await CommandAsync("MEMORY", "USAGE", EmailsByTime);
        var whole = await UsedMemoryAsync();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Many} ids: filled in {filling.Elapsed.TotalSeconds:f1} s; the set takes {key / 1e6:f0} MB ({(double)key / Many:f0} bytes an id), Redis as a whole {whole / 1e6:f0} MB.
            Look-up among {Few}: median {few.Median:f0} µs, p99 {few.P99:f0} µs; among {Many}: median {many.Median:f0} µs, p99 {many.P99:f0} µs.
            Catching up with one new id among them: {catchingUp.Elapsed.TotalMilliseconds:f1} ms.
            """));
        Assert.Equal(Many + 1, (int)await CommandAsync("ZCARD", EmailsByTime));
        Assert.InRange(key / 1e6, 10, 300);
        Assert.InRange(many.Median, 0, (10 * few.Median) + 2_000);
        Assert.InRange(catchingUp.Elapsed.TotalMilliseconds, 0, 2_000);
        Assert.InRange(many.P99, 0, (10 * few.P99) + 20_000);
    }

    private static string IdOf(int number) => ((UInt128)number * 0x9E3779B97F4A7C15).ToString("x32", CultureInfo.InvariantCulture);

    private static async Task FillAsync(RedisIdLayout layout, IDatabase database, int from, int to)
    {
        // Spread over a year, and some batches on the way at once.
        var now = SystemClock.Instance.GetCurrentInstant();
        var batches = Enumerable.Range(from, to - from)
            .Select(number => new EmailIdEntry(IdOf(number), now - Duration.FromSeconds(30L * number)))
            .Chunk(BatchSize)
            .Chunk(4);
        foreach (var few in batches)
        {
            await Task.WhenAll(few.Select(batch => layout.AddAsync(database, batch)));
        }
    }

    private static async Task<(double Median, double P99)> MeasureAsync(IDedupStore store, int known)
    {
        const int Lookups = 4_000;
        var times = new double[Lookups];
        for (var number = 0; number < Lookups; number++)
        {
            var isKnown = number % 2 == 0;
            var id = IdOf(isKnown ? number * 997 % known : Many + number);
            var start = Stopwatch.GetTimestamp();
            Assert.Equal(isKnown, await store.IsProcessedAsync(id, Cancellation));
            times[number] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return (times[Lookups / 2], times[Lookups * 99 / 100]);
    }

    private async Task<double> UsedMemoryAsync()
    {
        var info = (string)(await CommandAsync("INFO", "memory"))!;
        return double.Parse(info.Split('\n').First(line => line.StartsWith("used_memory:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
    }
}
