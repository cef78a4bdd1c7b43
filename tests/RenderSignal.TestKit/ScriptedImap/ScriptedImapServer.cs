using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>
/// A small IMAP4rev1 server on loopback with one mailbox in memory: for faults that no real server commits on request,
/// and for a mailbox without any installation. Not for the internet: it knows no TLS.
/// </summary>
public sealed class ScriptedImapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ImapSession, Task> _sessions = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedReply>> _once = new(StringComparer.OrdinalIgnoreCase);
    private readonly Recording<ImapCommand> _commands = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private long _octetsSent;
    private bool _isDisposed;

    private ScriptedImapServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>127.0.0.1.</summary>
    public string Host => "127.0.0.1";

    /// <summary>The port, without TLS.</summary>
    public int Port { get; }

    public string User { get; set; } = "inbox@mail.test";

    public string Password { get; set; } = "secret-of-the-script";

    /// <summary>What the server says it can do. Only names are removed or added by this, not abilities.</summary>
    public string Capabilities { get; set; } = "IMAP4rev1 AUTH=PLAIN SASL-IR LITERAL+ IDLE";

    /// <summary>While true, nobody can sign in.</summary>
    public bool RefuseLogins { get; set; }

    /// <summary>Chooses a fault for a command, or null to have it carried out. Called on the sessions' threads.</summary>
    public Func<ImapCommand, ScriptedReply?>? OnCommand { get; set; }

    /// <summary>What clients hear when they open the mailbox from now on; the mails keep their UIDs.</summary>
    public uint UidValidity
    {
        get => Mailbox.UidValidity;
        set => Mailbox.UidValidity = value;
    }

    /// <summary>All octets sent to all clients so far.</summary>
    public long BytesSent => Interlocked.Read(ref _octetsSent);

    /// <summary>The commands of all clients so far, in the order in which they came.</summary>
    public IReadOnlyList<ImapCommand> CommandsReceived => _commands.Items;

    /// <summary>The mails in mailbox order, and which of them are seen.</summary>
    public IReadOnlyList<MailState> Mails => [.. Mailbox.Mails.Select(mail => new MailState(mail.Uid, mail.IsSeen))];

    internal ScriptedMailbox Mailbox { get; } = new();

    /// <summary>Starts a server with an empty mailbox; it is ready at once.</summary>
    public static Task<ScriptedImapServer> StartAsync(CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<ScriptedImapServer>(cancellationToken)
            : Task.FromResult(new ScriptedImapServer());

    /// <summary>Puts a mail at the end of the mailbox: the text in UTF-8, its line ends as CRLF.</summary>
    /// <returns>Its UID.</returns>
    public uint Deliver(string mail) => Add(MailText.ToBytes(mail));

    /// <summary>Puts a mail at the end of the mailbox: its octets as they are, but lone line feeds become CRLF.</summary>
    /// <returns>Its UID.</returns>
    public uint Deliver(byte[] mail) => Add(MailText.WithCrLf(mail));

    /// <summary>Whether a mail is marked <c>\Seen</c>; false when there is no such mail.</summary>
    public bool IsSeen(uint uid) => Mails.Any(mail => mail.Uid == uid && mail.Seen);

    /// <summary>Takes a mail away as another client would.</summary>
    public void Remove(uint uid) => Mailbox.Remove(mail => mail.Uid == uid);

    /// <summary>
    /// Has the next command of this name (such as <c>UID FETCH</c>) answered so. Called several times for a name,
    /// it fills a queue. <see cref="OnCommand"/> is asked first.
    /// </summary>
    public void Once(string commandName, ScriptedReply reply) =>
        _once.GetOrAdd(commandName, _ => new ConcurrentQueue<ScriptedReply>()).Enqueue(reply);

    /// <summary>Waits until so many commands of this name have come, from all clients together, counted from the start.</summary>
    /// <returns>The last of them.</returns>
    /// <exception cref="TimeoutException">They did not come within <paramref name="timeout"/> (10 s when null).</exception>
    public async Task<ImapCommand> WaitForCommandAsync(
        string commandName, int count = 1, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        bool IsWanted(ImapCommand command) => command.Name == commandName;
        var commands = await _commands.WaitForAsync(
            commands => commands.Count(IsWanted) >= count, $"{count} commands {commandName}", timeout, cancellationToken);
        return commands.Where(IsWanted).ElementAt(count - 1);
    }

    /// <summary>Closes all connections; new ones are welcome.</summary>
    public void DropConnections()
    {
        foreach (var session in _sessions.Keys)
        {
            session.Drop();
        }
    }

    /// <summary>Ends all connections. What went wrong in the server itself, or in <see cref="OnCommand"/>, is thrown here.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stopping.CancelAsync();
        await _accepting;
        _listener.Dispose();
        DropConnections();
        _stopping.Dispose();
        await Task.WhenAll(_sessions.Values);
    }

    internal ScriptedReply Receive(ImapCommand command)
    {
        _commands.Add(command);
        return OnCommand?.Invoke(command)
            ?? (_once.TryGetValue(command.Name, out var replies) && replies.TryDequeue(out var reply) ? reply : ScriptedReply.Proper);
    }

    internal void CountSent(int octets) => Interlocked.Add(ref _octetsSent, octets);

    private uint Add(byte[] octets) => Mailbox.Add(Encoding.Latin1.GetString(octets)).Uid;

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                client.NoDelay = true;
                var session = new ImapSession(this, client);
                ForgetEndedSessions();
                _sessions[session] = session.RunAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Disposed: nobody connects any more.
        }
    }

    private void ForgetEndedSessions()
    {
        foreach (var (session, run) in _sessions)
        {
            // A failed one stays, for DisposeAsync to tell.
            if (run.IsCompletedSuccessfully)
            {
                _sessions.TryRemove(session, out _);
            }
        }
    }
}
