using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class SendRateStoreContract(StoreKind kind) : StoreContract(kind)
{
    [Fact]
    public async Task Sends_are_counted_from_an_instant_on_that_instant_included()
    {
        var start = Host.Clock.GetCurrentInstant();
        Assert.Equal(0, await Host.SendRate.CountSinceAsync(start, Token));

        await Host.SendRate.RecordAsync("first", start, Token);
        await Host.SendRate.RecordAsync("second", start, Token);
        await Host.SendRate.RecordAsync("third", start + Duration.FromMinutes(1), Token);

        Assert.Equal(3, await Host.SendRate.CountSinceAsync(start, Token));
        Assert.Equal(1, await Host.SendRate.CountSinceAsync(start + Duration.Epsilon, Token));
    }

    [Fact]
    public async Task A_mail_that_is_sent_again_and_again_counts_once()
    {
        var start = Host.Clock.GetCurrentInstant();
        for (var minute = 0; minute < 10; minute++)
        {
            await Host.SendRate.RecordAsync("refused", start + Duration.FromMinutes(minute), Token);
        }

        await Host.SendRate.RecordAsync("other", start, Token);

        Assert.Equal(2, await Host.SendRate.CountSinceAsync(start, Token));
        Assert.Equal(1, await Host.SendRate.CountSinceAsync(start + Duration.FromMinutes(9), Token));
    }

    [Fact]
    public async Task No_send_of_the_last_hour_is_forgotten_among_thousands()
    {
        const int perHour = 600;
        for (var i = 0; i < 4 * perHour; i++)
        {
            await Host.SendRate.RecordAsync($"mail {i}", Host.Clock.GetCurrentInstant(), Token);
            Host.Clock.Advance(Duration.FromSeconds(6));
        }

        Assert.Equal(perHour, await Host.SendRate.CountSinceAsync(Host.Clock.GetCurrentInstant() - Duration.FromHours(1), Token));
    }
}
