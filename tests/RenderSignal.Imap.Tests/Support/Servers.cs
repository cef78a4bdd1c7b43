using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>A Dovecot and a receiver for the tests of one class.</summary>
public sealed class Servers : IAsyncLifetime
{
    public DovecotServer Dovecot { get; private set; } = null!;

    public WebhookReceiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Dovecot = await DovecotServer.StartAsync(TestContext.Current.CancellationToken);
        Receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>An empty mailbox and a receiver that takes everything.</summary>
    public async Task ResetAsync()
    {
        await Dovecot.ClearAsync(TestContext.Current.CancellationToken);
        Receiver.Forget();
        Receiver.Script(Answer.Success);
    }

    public async ValueTask DisposeAsync()
    {
        await Dovecot.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
