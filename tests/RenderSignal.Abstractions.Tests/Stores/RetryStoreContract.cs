using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public abstract class RetryStoreContract(StoreKind kind) : StoreContract(kind)
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
    public async Task A_state_is_forgotten_when_its_mail_must_be_gone()
    {
        await Host.Retries.UpdateAsync("uid", _ => new RetryState(3, Host.Clock.GetCurrentInstant()), Token);

        Host.Clock.Advance(Duration.FromDays(399));
        Assert.NotNull(await Host.Retries.FindAsync("uid", Token));

        Host.Clock.Advance(Duration.FromDays(1));
        Assert.Null(await Host.Retries.FindAsync("uid", Token));
    }
}
