using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class SendRateStoreContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
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
    public async Task A_send_over_the_limit_of_the_hour_is_refused_and_not_recorded()
    {
        var start = Host.Clock.GetCurrentInstant();
        Assert.True(await Host.SendRate.TryRecordAsync("first", start, 2, Token));
        await Host.AdvanceAsync(Duration.FromMinutes(30));
        Assert.True(await TryRecordNowAsync("second", 2));

        Assert.False(await TryRecordNowAsync("third", 2));
        Assert.False(await TryRecordNowAsync("second", 2));
        Assert.Equal(2, await Host.SendRate.CountSinceAsync(start, Token));
        Assert.True(await TryRecordNowAsync("third", 0));

        await Host.AdvanceAsync(Duration.FromMinutes(30) + Duration.FromMilliseconds(1));
        Assert.False(await TryRecordNowAsync("fourth", 2));
        Assert.True(await TryRecordNowAsync("fourth", 3));

        Task<bool> TryRecordNowAsync(string id, int limit) => Host.SendRate.TryRecordAsync(id, Host.Clock.GetCurrentInstant(), limit, Token);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_only_as_many_as_the_limit_allows_get_a_place()
    {
        var now = Host.Clock.GetCurrentInstant();

        var recorded = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Task.Run(() => Host.SendRate.TryRecordAsync($"mail {i}", now, 7, Token), Token)));

        Assert.Equal(7, recorded.Count(isRecorded => isRecorded));
        Assert.Equal(7, await Host.SendRate.CountSinceAsync(now, Token));
    }

    [Fact]
    public async Task No_send_of_the_last_hour_is_forgotten_among_thousands()
    {
        const int perHour = 600;
        for (var i = 0; i < 4 * perHour; i++)
        {
            await Host.SendRate.RecordAsync($"mail {i}", Host.Clock.GetCurrentInstant(), Token);
            await Host.AdvanceAsync(Duration.FromSeconds(6));
        }

        Assert.Equal(perHour, await Host.SendRate.CountSinceAsync(Host.Clock.GetCurrentInstant() - Duration.FromHours(1), Token));
    }
}
