using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>A mailbox and a receiver on loopback, and the variables that lead there.</summary>
internal sealed class MailSite : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private MailSite(ScriptedImapServer imap, WebhookReceiver receiver) => (Imap, Receiver) = (imap, receiver);

    public ScriptedImapServer Imap { get; }

    public WebhookReceiver Receiver { get; }

    public Dictionary<string, string?> Variables => new()
    {
        ["IMAP_SERVER"] = Imap.Host,
        ["IMAP_PORT"] = $"{Imap.Port}",
        ["IMAP_SECURITY"] = "none",
        ["EMAIL_ADDRESS"] = Imap.User,
        ["EMAIL_PASSWORD"] = Imap.Password,
        ["WEBHOOK_URL"] = $"{Receiver.Url("/hook")}",
        ["BG_POLLER_LOCK_FILE"] = _folder.File("poller.lock"),
        ["RENDERSIGNAL_DATA"] = _folder.FullPath,
    };

    public static async Task<MailSite> StartAsync(CancellationToken cancellationToken) =>
        new(await ScriptedImapServer.StartAsync(cancellationToken), await WebhookReceiver.StartAsync(cancellationToken: cancellationToken));

    public void Deliver(string id, string sender = "achats@example.test") => Imap.Deliver(
        $"From: {sender}\nTo: inbox@example.test\nSubject: Livraison {id}\nMessage-ID: <{id}@example.test>\nDate: Wed, 4 Nov 2026 10:00:00 +0100\n\nhttps://www.dropbox.com/s/{id}\n");

    public async ValueTask DisposeAsync()
    {
        await Imap.DisposeAsync();
        await Receiver.DisposeAsync();
        _folder.Dispose();
    }
}
