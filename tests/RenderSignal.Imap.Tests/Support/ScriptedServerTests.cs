using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>Five good mails on a scripted server, a receiver that takes everything, and the whole library between them.</summary>
public abstract class ScriptedServerTests : IAsyncLifetime
{
    private protected static readonly string[] All = ["one", "two", "three", "four", "five"];

    private protected ScriptedImapServer Server { get; private set; } = null!;

    private protected WebhookReceiver Receiver { get; private set; } = null!;

    private protected Bench Whole { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        Receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Whole = Bench.Over(Server, Bench.SendAll(Receiver), imap => imap.Timeout = TimeSpan.FromMilliseconds(500));
        foreach (var subject in All)
        {
            Server.Deliver(Mails.Plain(subject));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Whole.DisposeAsync();
        await Server.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
