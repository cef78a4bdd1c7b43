using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class FileRetryStoreTests() : RetryStoreContract<StoreHost>(new(StoreKind.Files))
{
    [Fact]
    public async Task A_restart_holds_what_was_set_and_what_was_removed()
    {
        var state = new RetryState(4, Host.Clock.GetCurrentInstant() + Duration.FromMilliseconds(1));
        await Host.Retries.UpdateAsync("kept", _ => state, Token);
        await Host.Retries.UpdateAsync("removed", _ => state, Token);
        await Host.Retries.RemoveAsync("removed", Token);

        await Host.RestartAsync();

        Assert.Equal(state, await Host.Retries.FindAsync("kept", Token));
        Assert.Null(await Host.Retries.FindAsync("removed", Token));
    }
}
