namespace RenderSignal.Imap;

/// <summary>Which mailbox is polled, and how it is reached.</summary>
public sealed class ImapOptions
{
    /// <summary>The server's name or address (<c>IMAP_SERVER</c>). Required.</summary>
    public string Host { get; set; } = "";

    /// <summary>The port (<c>IMAP_PORT</c>): 1 to 65535. Default: 993.</summary>
    public int Port { get; set; } = 993;

    /// <summary>How the connection is protected (<c>IMAP_SECURITY</c>, or the reference's <c>IMAP_USE_SSL</c>).</summary>
    public ImapSecurity Security { get; set; } = ImapSecurity.Tls;

    /// <summary>The user to sign in as (<c>EMAIL_ADDRESS</c>). Required.</summary>
    public string User { get; set; } = "";

    /// <summary>The user's password (<c>EMAIL_PASSWORD</c>). Required.</summary>
    public string Password { get; set; } = "";

    /// <summary>The mailbox that is polled (<c>IMAP_MAILBOX</c>). Default: <c>INBOX</c>.</summary>
    public string Mailbox { get; set; } = "INBOX";

    /// <summary>A PEM file with the certificate authority that signed the server's certificate (<c>IMAP_CA_FILE</c>); null: the system's authorities.</summary>
    public string? CaFile { get; set; }

    /// <summary>How long the server may take for one answer (<c>IMAP_TIMEOUT_SECONDS</c>, 1 to 600). Default: 60 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How much text of one mail is read, in MiB of encoded text (<c>IMAP_MAX_TEXT_MB</c>, 1 to 1024). A mail with more is not read but stays unseen and is named in the ledger. Default: 32.</summary>
    public int MaxTextMb { get; set; } = 32;

    /// <summary>The mailbox as all processes name it that would poll it.</summary>
    internal string MailboxAddress => $"{User}@{Host}:{Port}/{Mailbox}";
}
