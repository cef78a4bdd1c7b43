using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class FileDedupStoreTests() : DedupStoreContract<StoreHost>(new(StoreKind.Files))
{
    [Fact]
    public async Task A_restart_holds_ids_and_groups()
    {
        await Host.Dedup.MarkProcessedAsync(Hash(7), Token);
        await Host.Dedup.MarkProcessedAsync("ABC é", Token);
        await Host.Dedup.MarkGroupProcessedAsync("lot_7", Duration.FromHours(1), Token);
        await Host.Dedup.MarkGroupProcessedAsync("lot_8", null, Token);

        await Host.RestartAsync();

        Assert.True(await Host.Dedup.IsProcessedAsync(Hash(7), Token));
        Assert.True(await Host.Dedup.IsProcessedAsync("ABC é", Token));
        Assert.False(await Host.Dedup.IsProcessedAsync(Hash(8), Token));
        Assert.True(await Host.Dedup.IsGroupProcessedAsync("lot_7", Token));
        Host.Clock.Advance(Duration.FromHours(1));
        Assert.False(await Host.Dedup.IsGroupProcessedAsync("lot_7", Token));
        Assert.True(await Host.Dedup.IsGroupProcessedAsync("lot_8", Token));
    }

    [Fact]
    public async Task A_restart_holds_that_an_id_was_forgotten()
    {
        await Host.Dedup.MarkProcessedAsync(Hash(7), Token);
        await Host.Dedup.MarkProcessedAsync("other", Token);
        await Host.Dedup.MarkProcessedAsync("again", Token);
        await Host.Dedup.ForgetProcessedAsync(Hash(7), Token);
        await Host.Dedup.ForgetProcessedAsync("other", Token);
        await Host.Dedup.ForgetProcessedAsync("again", Token);
        await Host.Dedup.MarkProcessedAsync("again", Token);

        await Host.RestartAsync();

        Assert.False(await Host.Dedup.IsProcessedAsync(Hash(7), Token));
        Assert.False(await Host.Dedup.IsProcessedAsync("other", Token));
        Assert.True(await Host.Dedup.IsProcessedAsync("again", Token));
        Assert.Contains(
            $$"""{"id":"{{Hash(7)}}","at":"2026-11-05T10:00:00Z","forgotten":true}""" + "\n", await File.ReadAllTextAsync(Host.PathOf("processed_ids.jsonl"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_expired_leaves_the_file_when_it_has_grown()
    {
        for (var i = 0; i < 1200; i++)
        {
            await Host.Dedup.MarkProcessedAsync(Hash(i), Token);
        }

        Host.Clock.Advance(Duration.FromDays(400));
        await Host.RestartAsync();
        await Host.Dedup.MarkProcessedAsync("fresh", Token);

        Assert.Equal("""{"id":"fresh","at":"2027-12-10T10:00:00Z"}""" + "\n", await File.ReadAllTextAsync(Host.PathOf("processed_ids.jsonl"), Token));
    }
}
