using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class RetryStoreContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    [Fact]
    public async Task A_state_is_found_replaced_and_removed()
    {
        var now = Host.Clock.GetCurrentInstant();
        Assert.Null(await Host.Retries.FindAsync("uid", Token));

        await Host.Retries.UpdateAsync("uid", _ => new RetryState(1, now), Token);
        await Host.Retries.UpdateAsync("uid", _ => new RetryState(2, now + Duration.FromMinutes(5)), Token);
        await Host.Retries.UpdateAsync("other", _ => new RetryState(1, now), Token);
        Assert.Equal(new RetryState(2, now + Duration.FromMinutes(5)), await Host.Retries.FindAsync("uid", Token));

        await Host.Retries.RemoveAsync("uid", Token);
        await Host.Retries.RemoveAsync("never kept", Token);
        Assert.Null(await Host.Retries.FindAsync("uid", Token));
        Assert.NotNull(await Host.Retries.FindAsync("other", Token));
    }

    [Fact]
    public async Task An_update_gets_what_is_kept_to_the_nanosecond_and_may_forget_it()
    {
        var state = new RetryState(3, Host.Clock.GetCurrentInstant() + Duration.Epsilon) { Since = Host.Clock.GetCurrentInstant() - Duration.Epsilon };
        Assert.Equal(state, await Host.Retries.UpdateAsync("uid", earlier => earlier is null ? state : null, Token));

        RetryState? seen = null;
        Assert.Null(await Host.Retries.UpdateAsync(
            "uid",
            earlier =>
            {
                seen = earlier;
                return null;
            },
            Token));

        Assert.Equal(state, seen);
        Assert.Null(await Host.Retries.FindAsync("uid", Token));
    }

    [Fact]
    public async Task Updates_at_once_lose_none_of_each_other()
    {
        var now = Host.Clock.GetCurrentInstant();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => Host.Retries.UpdateAsync("uid", earlier => new RetryState(earlier?.Failures + 1 ?? 1, now), Token), Token)));

        Assert.Equal(20, (await Host.Retries.FindAsync("uid", Token))?.Failures);
    }

    [Fact]
    public async Task A_state_is_forgotten_when_its_mail_must_be_gone()
    {
        await Host.Retries.UpdateAsync("uid", _ => new RetryState(3, Host.Clock.GetCurrentInstant()), Token);

        await Host.AdvanceAsync(Duration.FromDays(399));
        Assert.NotNull(await Host.Retries.FindAsync("uid", Token));

        await Host.AdvanceAsync(Duration.FromDays(1));
        Assert.Null(await Host.Retries.FindAsync("uid", Token));
    }
}
