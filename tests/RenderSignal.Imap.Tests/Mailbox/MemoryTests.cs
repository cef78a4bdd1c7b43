using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Imap.Tests;

/// <summary>Alone, because the heap is everybody's.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true), Collection(nameof(MemoryTests))]
public sealed class MemoryTests(Servers servers) : IClassFixture<Servers>
{
    private const int Megabyte = 1024 * 1024;
    private const int Mails300 = 300;

    [Fact]
    public async Task Texts_of_300_MB_pass_through_a_small_heap()
    {
        await servers.ResetAsync();
        var text = Mails.Lines(Megabyte);
        for (var n = 0; n < Mails300; n++)
        {
            await servers.Dovecot.DeliverAsync(Mails.Plain($"mail {n}", text), TestContext.Current.CancellationToken);
        }

        var (read, grown) = (0, new List<long>());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var bench = Bench.Over(servers.Dovecot, services: services => services.AddSingleton<IEmailDetector>(new Probe(content =>
        {
            Assert.True(content.Length > Megabyte / 2);
            if (++read % 50 == 0)
            {
                grown.Add(GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        })));

        Assert.Equal(Mails300, (await bench.RunCycleAsync()).Skipped);

        Assert.Equal(Mails300 / 50, grown.Count);
        Assert.All(grown, octets => Assert.InRange(octets, -32 * Megabyte, 48 * Megabyte));
    }
}
