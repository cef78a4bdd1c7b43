using System.Net.Sockets;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>One connection to a <see cref="ScriptedImapServer"/>, from the greeting to the end.</summary>
internal sealed class ImapSession
{
    private readonly ScriptedImapServer _server;
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly ImapInput _input;
    private readonly TaskCompletionSource _dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _isSignedIn;
    private bool _isOver;
    private MailboxView? _view;

    public ImapSession(ScriptedImapServer server, TcpClient client)
    {
        _server = server;
        _client = client;
        _stream = client.GetStream();
        _input = new ImapInput(_stream);
    }

    private MailboxView View => _view ?? throw new ImapSyntaxException("No mailbox is selected.");

    public async Task RunAsync()
    {
        try
        {
            await SendAsync($"* OK [CAPABILITY {_server.Capabilities}] Scripted server ready\r\n");
            while (!_isOver && await ImapCommandReader.ReadAsync(_input, () => SendAsync("+ go on\r\n")) is { } command)
            {
                await AnswerAsync(command);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Either side may hang up at any time.
        }
        finally
        {
            _client.Dispose();
        }
    }

    /// <summary>Closes the connection at once, whatever it is doing.</summary>
    public void Drop()
    {
        _dropped.TrySetResult();
        _client.Dispose();
    }

    private async Task AnswerAsync(ImapCommand command)
    {
        var script = _server.Receive(command);
        if (await Task.WhenAny(_dropped.Task, script.Released) == _dropped.Task)
        {
            throw new IOException("The connection was dropped before the command was carried out.");
        }

        var reply = script.Instead is { } instead ? instead(command) : script.Change(await CarryOutAsync(command));
        if (script.OctetsBeforeCut is { } octets)
        {
            reply = reply[..Math.Min(octets, reply.Length)];
            _isOver = true;
        }

        await SendAsync(reply);
    }

    private async Task<string> CarryOutAsync(ImapCommand command)
    {
        var reply = new ImapReply();
        string result;
        try
        {
            result = command.Name switch
            {
                "AUTHENTICATE" => await AuthenticateAsync(command),
                "IDLE" when _isSignedIn => await IdleAsync(),
                _ => CarryOut(command, reply),
            };
        }
        catch (ImapSyntaxException misunderstood)
        {
            result = $"BAD {misunderstood.Message}";
        }

        // Sequence numbers must not shift below a client that uses them (RFC 3501 section 7.4.1).
        if (command.Name is not ("FETCH" or "STORE" or "SEARCH"))
        {
            _view?.Synchronise(reply);
        }

        return reply.End(command.Tag, result);
    }

    private string CarryOut(ImapCommand command, ImapReply reply)
    {
        var (name, content, mailbox) = (command.Name, command.Content, _server.Mailbox);
        switch (name)
        {
            case "CAPABILITY":
                reply.Untagged($"CAPABILITY {_server.Capabilities}");
                return "OK CAPABILITY completed";
            case "NOOP" or "CHECK":
                return $"OK {name} completed";
            case "LOGOUT":
                _isOver = true;
                reply.Untagged("BYE Signed out");
                return "OK LOGOUT completed";
            case "LOGIN":
                var tokens = new ImapTokens(content);
                return SignIn(tokens.Next(), tokens.Next());
            case not null when !_isSignedIn:
                return "NO Sign in first";
            case "LIST" or "LSUB":
                return MailboxCommands.List(name, content, reply);
            case "STATUS":
                return MailboxCommands.Status(mailbox, content, reply);
            case "SELECT" or "EXAMINE":
                return MailboxCommands.Open(mailbox, name, content, reply, out _view);
            case "APPEND":
                return MailboxCommands.Append(mailbox, content);
            case "SEARCH" or "UID SEARCH":
                return SearchCommand.Run(View, content, name == "UID SEARCH", reply);
            case "FETCH" or "UID FETCH":
                return FetchCommand.Run(View, content, name == "UID FETCH", reply);
            case "STORE" or "UID STORE":
                return StoreCommand.Run(View, content, name == "UID STORE", reply);
            case "EXPUNGE" when !View.IsReadOnly:
                mailbox.Remove(mail => mail.Flags.Contains("\\Deleted"));
                return "OK EXPUNGE completed";
            case "CLOSE":
                _view = null;
                return "OK CLOSE completed";
            default:
                throw new ImapSyntaxException($"There is no {name} here.");
        }
    }

    private async Task<string> AuthenticateAsync(ImapCommand command)
    {
        var words = command.Content.Split(' ', 2);
        if (!words[0].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            return "NO Only PLAIN is offered";
        }

        var response = words.ElementAtOrDefault(1);
        if (response is null)
        {
            await SendAsync("+ \r\n");
            response = await ReadLineAsync();
        }

        var secret = new byte[response.Length];
        return Convert.TryFromBase64String(response, secret, out var length)
            && Encoding.UTF8.GetString(secret, 0, length).Split('\0') is [_, var user, var password]
            ? SignIn(user, password)
            : throw new ImapSyntaxException("The response is not that of PLAIN.");
    }

    private string SignIn(string user, string password)
    {
        _isSignedIn = !_server.RefuseLogins && user == _server.User && password == _server.Password;
        return _isSignedIn ? "OK Signed in" : "NO [AUTHENTICATIONFAILED] The user or the password is wrong";
    }

    private async Task<string> IdleAsync()
    {
        await SendAsync("+ idling\r\n");
        var done = ReadLineAsync();
        while (!done.IsCompleted)
        {
            var changed = _server.Mailbox.Changed;
            var news = new ImapReply();
            _view?.Synchronise(news);
            await SendAsync(news.ToString());
            await Task.WhenAny(done, changed);
        }

        return await done is var line && line.Equals("DONE", StringComparison.OrdinalIgnoreCase)
            ? "OK IDLE completed"
            : throw new ImapSyntaxException("IDLE ends by DONE.");
    }

    private async Task<string> ReadLineAsync() =>
        await _input.ReadLineAsync() ?? throw new IOException("The client closed the connection.");

    private async Task SendAsync(string text)
    {
        var octets = Encoding.Latin1.GetBytes(text);
        // Counted first, so that the count is there when the client has the octets.
        _server.CountSent(octets.Length);
        await _stream.WriteAsync(octets);
    }
}
