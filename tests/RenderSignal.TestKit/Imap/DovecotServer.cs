namespace RenderSignal.TestKit;

/// <summary>
/// Debian's Dovecot with empty mailboxes, one a user, in a folder and on ports of its own. Runs as root and as any other user.
/// </summary>
public sealed class DovecotServer : IAsyncDisposable
{
    private const UnixFileMode ForEverybody = (UnixFileMode)0b111_111_111;

    private readonly string _program = ServerProcess.Find("dovecot", "dovecot-imapd");
    private readonly TempFolder _folder = new();
    private readonly DovecotMailbox _inbox;
    private ServerProcess? _process;

    private DovecotServer()
    {
        _inbox = new DovecotMailbox(this, User);
        WriteFiles();
    }

    /// <summary>127.0.0.1.</summary>
    public string Host => "127.0.0.1";

    /// <summary>The port without TLS; STARTTLS is offered.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>The port with TLS from the start.</summary>
    public int TlsPort { get; } = FreePort.Next();

    /// <summary>Whose mailbox the server's own methods are about.</summary>
    public string User => "inbox@mail.test";

    public string Password => "secret-of-dovecot";

    /// <summary>The PEM file of the authority that signed the server's certificate.</summary>
    public string CaFile => _folder.File("ca.pem");

    /// <summary>Starts the server and waits until it greets, some tens of milliseconds.</summary>
    /// <exception cref="FileNotFoundException">Dovecot is not installed.</exception>
    public static async Task<DovecotServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new DovecotServer();
        try
        {
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the stopped server on the same ports with the same mails.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("Dovecot is running already.");
        }

        _process = await ServerProcess.StartAsync(
            _program,
            ["-F", "-c", _folder.File("dovecot.conf")],
            _folder.File("dovecot.log"),
            token => ImapControl.IsGreetedAsync(Host, Port, token),
            cancellationToken);
    }

    /// <summary>Ends the server and all connections to it; the mails stay.</summary>
    public async Task StopAsync()
    {
        // On TERM the master waits a second for its log process; on QUIT it does not.
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            await process.StopAsync(Signal.Quit);
        }
    }

    /// <summary>Stops the server, which loses all connections, and starts it on the same ports.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync();
        await StartAgainAsync(cancellationToken);
    }

    /// <summary>INBOX of one more user, empty at first. Whoever gives <see cref="Password"/> is let in, under any name.</summary>
    public DovecotMailbox MailboxOf(string user) => new(this, user);

    /// <inheritdoc cref="DovecotMailbox.DeliverAsync(string, CancellationToken)"/>
    public Task<uint> DeliverAsync(string mail, CancellationToken cancellationToken = default) => _inbox.DeliverAsync(mail, cancellationToken);

    /// <inheritdoc cref="DovecotMailbox.DeliverAsync(byte[], CancellationToken)"/>
    public Task<uint> DeliverAsync(byte[] mail, CancellationToken cancellationToken = default) => _inbox.DeliverAsync(mail, cancellationToken);

    /// <inheritdoc cref="DovecotMailbox.FlagsAsync"/>
    public Task<IReadOnlyList<MailState>> FlagsAsync(CancellationToken cancellationToken = default) => _inbox.FlagsAsync(cancellationToken);

    /// <inheritdoc cref="DovecotMailbox.SetUnseenAsync"/>
    public Task SetUnseenAsync(uint uid, CancellationToken cancellationToken = default) => _inbox.SetUnseenAsync(uid, cancellationToken);

    /// <inheritdoc cref="DovecotMailbox.DeleteAsync"/>
    public Task DeleteAsync(uint uid, CancellationToken cancellationToken = default) => _inbox.DeleteAsync(uid, cancellationToken);

    /// <inheritdoc cref="DovecotMailbox.MoveAsync"/>
    public Task MoveAsync(uint uid, string mailboxName, CancellationToken cancellationToken = default) => _inbox.MoveAsync(uid, mailboxName, cancellationToken);

    /// <inheritdoc cref="DovecotMailbox.ClearAsync"/>
    public Task ClearAsync(CancellationToken cancellationToken = default) => _inbox.ClearAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    internal async Task<T> WithMailboxAsync<T>(string user, Func<ImapControl, Task<T>> use, CancellationToken cancellationToken)
    {
        var process = _process ?? throw new InvalidOperationException("Dovecot is stopped.");
        try
        {
            using var mailbox = await ImapControl.OpenAsync(Host, Port, user, Password, cancellationToken);
            return await use(mailbox);
        }
        catch (IOException refused)
        {
            throw process.Failure($"did not do what the test asked for ({refused.Message})", refused);
        }
    }

    private void WriteFiles()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Dovecot runs on Linux.");
        }

        // Dovecot's own users, not root, read in the folder and write in the mailbox.
        File.SetUnixFileMode(_folder.FullPath, ForEverybody);
        File.SetUnixFileMode(Directory.CreateDirectory(_folder.File("mail")).FullName, ForEverybody);
        using var certificate = ServerCertificate.Create();
        File.WriteAllText(CaFile, certificate.AuthorityPem);
        File.WriteAllText(_folder.File("server.pem"), certificate.CertificatePem);
        File.WriteAllText(_folder.File("server.key"), certificate.PrivateKeyPem);
        File.WriteAllText(
            _folder.File("dovecot.conf"), DovecotConfiguration.Write(_folder.FullPath, Port, TlsPort, Password));
    }
}
