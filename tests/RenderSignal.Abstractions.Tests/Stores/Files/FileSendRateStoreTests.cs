using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class FileSendRateStoreTests() : SendRateStoreContract<StoreHost>(new(StoreKind.Files))
{
    [Fact]
    public async Task A_restart_holds_the_sends_of_the_last_hour()
    {
        var start = Host.Clock.GetCurrentInstant();
        await Host.SendRate.RecordAsync("first", start, Token);
        Host.Clock.Advance(Duration.FromMinutes(30));
        await Host.SendRate.RecordAsync("second", Host.Clock.GetCurrentInstant(), Token);
        Host.Clock.Advance(Duration.FromMinutes(30));

        await Host.RestartAsync();

        Assert.Equal(2, await Host.SendRate.CountSinceAsync(start, Token));
        Assert.Equal(1, await Host.SendRate.CountSinceAsync(start + Duration.FromMinutes(1), Token));
    }
}
