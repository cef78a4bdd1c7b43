using RenderSignal.Imap;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>An application with a mailbox and a receiver, each reached over the network.</summary>
internal sealed class ReplayBench : IAsyncDisposable
{
    private ReplayBench(ScriptedImapServer imap, WebhookReceiver receiver, TestApp app) => (Imap, Receiver, App) = (imap, receiver, app);

    public ScriptedImapServer Imap { get; }

    public WebhookReceiver Receiver { get; }

    public TestApp App { get; }

    public static async Task<ReplayBench> StartAsync(IReadOnlyDictionary<string, string?>? variables = null)
    {
        var imap = await ScriptedImapServer.StartAsync(TestContext.Current.CancellationToken);
        var receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var app = await TestApp.StartSignedInAsync(new Dictionary<string, string?>(variables ?? new Dictionary<string, string?>())
        {
            ["IMAP_SERVER"] = imap.Host,
            ["IMAP_PORT"] = $"{imap.Port}",
            ["IMAP_SECURITY"] = "auto",
            ["EMAIL_ADDRESS"] = imap.User,
            ["EMAIL_PASSWORD"] = imap.Password,
            ["WEBHOOK_URL"] = $"{receiver.Url("/hook/secret-token")}",
        });
        return new ReplayBench(imap, receiver, app);
    }

    /// <summary>Puts a mail into the mailbox that is to be sent.</summary>
    /// <returns>Its UID.</returns>
    public uint Deliver(string subject = "Bonjour") => Imap.Deliver(
        $"From: Achats <achats@example.test>\nTo: inbox@mail.test\nSubject: {subject}\nDate: Thu, 5 Nov 2026 11:00:00 +0100\nMessage-ID: <{subject.Length}@example.test>\n\nVoici https://www.dropbox.com/s/3916e1df/f.zip\n");

    /// <summary>Polls once.</summary>
    public async Task PollAsync() => await App.Get<IMailboxPoller>().PollOnceAsync(TestContext.Current.CancellationToken);

    /// <summary>The id of the only mail in the ledger.</summary>
    public async Task<string> OnlyIdAsync() =>
        Assert.Single((await App.Get<ILedger>().ListAsync(new LedgerQuery(), TestContext.Current.CancellationToken)).Records).Id;

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
        await Imap.DisposeAsync();
    }
}
