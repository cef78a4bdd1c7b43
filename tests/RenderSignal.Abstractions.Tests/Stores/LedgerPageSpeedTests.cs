using System.Diagnostics;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class LedgerPageSpeedTests(ITestOutputHelper output)
{
    private const int Mails = 10_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_ten_thousand_records_is_there_at_once()
    {
        await using var host = new StoreHost(StoreKind.Memory);
        for (var i = 0; i < Mails; i++)
        {
            host.Clock.Advance(Duration.FromSeconds(1));
            await host.Ledger.WriteAsync(
                Records.Full with { Id = $"mail {i}", DecidedAt = host.Clock.GetCurrentInstant(), Detail = "le récepteur a répondu 503: " + new string('é', 100) }, Token);
        }

        var last = new LedgerCursor((await host.Ledger.FindAsync("mail 60", Token))!.DecidedAt, "mail 60");
        await TimeAsync(host, "newest", new LedgerQuery());
        await TimeAsync(host, "oldest", new LedgerQuery { Before = last });
        await TimeAsync(host, "one status", new LedgerQuery { Statuses = [EmailStatus.Sent] });
        await TimeAsync(host, "a text that is nowhere", new LedgerQuery { Text = "Réponse introuvable" });
    }

    private async Task TimeAsync(StoreHost host, string what, LedgerQuery query)
    {
        await host.Ledger.ListAsync(query, Token);
        var watch = Stopwatch.StartNew();
        await host.Ledger.ListAsync(query, Token);
        output.WriteLine($"{what}: {watch.Elapsed.TotalMilliseconds:f1} ms");
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 0, 2000);
    }
}
