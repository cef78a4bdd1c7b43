using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>The handful of IMAP commands that put mail into Dovecot and look at it, without the client under test.</summary>
internal sealed partial class ImapControl : IDisposable
{
    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly StreamReader _reader;
    private int _tag;

    private ImapControl(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _reader = new StreamReader(_stream, Encoding.Latin1);
    }

    /// <summary>Whether a server greets on this port.</summary>
    public static async Task<bool> IsGreetedAsync(string host, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var control = await ConnectAsync(host, port, cancellationToken);
            return true;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    /// <summary>Signs in and selects INBOX.</summary>
    public static async Task<ImapControl> OpenAsync(
        string host, int port, string user, string password, CancellationToken cancellationToken)
    {
        var control = await ConnectAsync(host, port, cancellationToken);
        try
        {
            await control.RunAsync($"LOGIN {user} {password}", cancellationToken);
            await control.RunAsync("SELECT INBOX", cancellationToken);
            return control;
        }
        catch
        {
            control.Dispose();
            throw;
        }
    }

    /// <summary>Puts a mail at the end of INBOX, octet by octet.</summary>
    /// <returns>Its UID.</returns>
    public async Task<uint> AppendAsync(byte[] mail, CancellationToken cancellationToken)
    {
        // LITERAL+ (RFC 7888): no waiting for the server's leave; APPENDUID: RFC 4315.
        var tag = NextTag();
        await WriteAsync(Encoding.ASCII.GetBytes($"{tag} APPEND INBOX {{{mail.Length}+}}\r\n"), cancellationToken);
        await WriteAsync(mail, cancellationToken);
        await WriteAsync("\r\n"u8.ToArray(), cancellationToken);
        var (_, done) = await ReadReplyAsync(tag, cancellationToken);
        return Number(AppendUid().Match(done).Groups["uid"]);
    }

    public async Task<IReadOnlyList<MailState>> FlagsAsync(CancellationToken cancellationToken)
    {
        var lines = await RunAsync("UID FETCH 1:* (FLAGS)", cancellationToken);

        // What another session changes meanwhile is told between, without a UID.
        return [.. lines
            .Where(line => line.Contains(" FETCH ", StringComparison.Ordinal) && Uid().IsMatch(line))
            .Select(line => new MailState(
                Number(Uid().Match(line).Groups["uid"]),
                line.Contains("\\Seen", StringComparison.OrdinalIgnoreCase)))];
    }

    /// <returns>The untagged lines of the reply.</returns>
    /// <exception cref="IOException">The server refused, or closed the connection.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(string command, CancellationToken cancellationToken)
    {
        var tag = NextTag();
        await WriteAsync(Encoding.UTF8.GetBytes($"{tag} {command}\r\n"), cancellationToken);
        return (await ReadReplyAsync(tag, cancellationToken)).Untagged;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }

    private static async Task<ImapControl> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(host, port, cancellationToken);
            var control = new ImapControl(client);
            await control.ReadLineAsync(cancellationToken);
            return control;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<(IReadOnlyList<string> Untagged, string Done)> ReadReplyAsync(string tag, CancellationToken cancellationToken)
    {
        List<string> untagged = [];
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            if (!line.StartsWith(tag + " ", StringComparison.Ordinal))
            {
                untagged.Add(line);
            }
            else if (line.StartsWith(tag + " OK", StringComparison.Ordinal))
            {
                return (untagged, line);
            }
            else
            {
                throw new IOException($"The server answered: {line}");
            }
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await _reader.ReadLineAsync(cancellationToken) ?? throw new IOException("The server closed the connection.");

    private Task WriteAsync(byte[] bytes, CancellationToken cancellationToken) =>
        _stream.WriteAsync(bytes, cancellationToken).AsTask();

    private string NextTag() => $"t{++_tag}";

    private static uint Number(Group digits) => uint.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[APPENDUID \d+ (?<uid>\d+)\]")]
    private static partial Regex AppendUid();

    [GeneratedRegex(@"\bUID (?<uid>\d+)")]
    private static partial Regex Uid();
}
