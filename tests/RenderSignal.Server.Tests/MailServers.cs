using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>The mailbox and the receiver that the tests of a class share.</summary>
public sealed class MailServers : IAsyncLifetime
{
    public DovecotServer Dovecot { get; private set; } = null!;

    public WebhookReceiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Dovecot = await DovecotServer.StartAsync(TestContext.Current.CancellationToken);
        Receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Dovecot.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
