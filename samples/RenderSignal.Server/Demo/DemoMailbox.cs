using System.Runtime.InteropServices;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Demo;

/// <summary>
/// <c>--demo-mailbox</c>: a mailbox and a receiver on this machine for other servers, a mail every two seconds. Its first lines are the
/// variables by which a server uses them; each further line is a delivery that the receiver got.
/// </summary>
internal sealed class DemoMailbox
{
    private const string Switch = "--demo-mailbox";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How many mails are kept, and how many deliveries are remembered in order to tell a copy.</summary>
    private const int Kept = 500;

    private readonly Queue<uint> _mails = new();
    private readonly Queue<string> _ids = new();
    private readonly ScriptedImapServer _mailbox;

    private DemoMailbox(ScriptedImapServer mailbox) => _mailbox = mailbox;

    public static bool IsAskedFor(string[] args) => args.Contains(Switch);

    /// <summary>Runs until the process is told to end.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        using var stopping = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var mailbox = await ScriptedImapServer.StartAsync(stopping.Token);
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: stopping.Token);
        Console.WriteLine($"IMAP_SERVER={mailbox.Host}");
        Console.WriteLine($"IMAP_PORT={mailbox.Port}");
        Console.WriteLine("IMAP_SECURITY=none");
        Console.WriteLine($"EMAIL_ADDRESS={mailbox.User}");
        Console.WriteLine($"EMAIL_PASSWORD={mailbox.Password}");
        Console.WriteLine($"WEBHOOK_URL={receiver.Url("/hook")}");
        var demo = new DemoMailbox(mailbox);
        receiver.OnRequest = demo.Tell;
        try
        {
            await demo.DeliverAsync(receiver, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to end.
        }

        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
    }

    private async Task DeliverAsync(WebhookReceiver receiver, CancellationToken stopping)
    {
        for (var number = 1; ; number++)
        {
            await Task.Delay(Pause, TimeProvider.System, stopping);
            _mails.Enqueue(_mailbox.Deliver(DemoMails.Delivery(number)));
            if (_mails.Count > Kept)
            {
                _mailbox.Remove(_mails.Dequeue());
            }

            receiver.Forget();
        }
    }

    private void Tell(ReceivedRequest request)
    {
        var id = request.Headers.GetValueOrDefault("webhook-id", "");
        lock (_ids)
        {
            Console.WriteLine($"received {request.Json?["subject"]} as {id}{(_ids.Contains(id) ? ", a copy of what it has" : "")}");
            _ids.Enqueue(id);
            if (_ids.Count > Kept)
            {
                _ids.Dequeue();
            }
        }
    }
}
