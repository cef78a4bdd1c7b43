using System.Net;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Connects, protects the connection, signs in and opens the mailbox.</summary>
internal sealed class ImapConnector(IOptions<ImapOptions> options, TimeProvider time, ILogger<ImapConnector> logger)
{
    /// <exception cref="MailboxAuthenticationException">The server refused the user or the password.</exception>
    /// <exception cref="MailboxUnavailableException">Another step failed; the message says which setting it hangs on.</exception>
    public async Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var imap = options.Value;
        // One time limit for each step is enough, and ours obeys the TimeProvider.
        var client = new ImapClient(new NestingGuard()) { CheckCertificateRevocation = false, Timeout = Timeout.Infinite };
        using var limit = new CancellationTokenSource(imap.Timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        ServerCertificateCheck? check = null;
        try
        {
            check = ServerCertificateCheck.For(imap);
            client.ServerCertificateValidationCallback = check.Accept;
            return await OpenAsync(client, imap, check, linked.Token);
        }
        catch (Exception exception)
        {
            client.Dispose();
            if (!cancellationToken.IsCancellationRequested && ConnectFailure.Explain(exception, imap, check?.Failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    private async Task<ImapConnection> OpenAsync(ImapClient client, ImapOptions imap, ServerCertificateCheck check, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(imap.Host, imap.Port, SocketOptionsFor(imap.Security), cancellationToken);
        if (!client.IsSecure && !LoopbackHost.Is(imap.Host))
        {
            Log.NotEncrypted(logger, imap.Host);
        }

        if (check.Failure is { } failure)
        {
            Log.CertificateNotTrusted(logger, imap.Host, failure);
        }

        await client.AuthenticateAsync(new NetworkCredential(imap.User, imap.Password), cancellationToken);
        var folder = string.Equals(imap.Mailbox, "INBOX", StringComparison.OrdinalIgnoreCase)
            ? client.Inbox
            : await client.GetFolderAsync(imap.Mailbox, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        Log.Connected(logger, imap.Host, imap.Port, imap.Mailbox);
        return new ImapConnection(client, folder, imap.Timeout, time);
    }

    private static SecureSocketOptions SocketOptionsFor(ImapSecurity security) => security switch
    {
        ImapSecurity.Tls => SecureSocketOptions.SslOnConnect,
        ImapSecurity.StartTls => SecureSocketOptions.StartTls,
        ImapSecurity.StartTlsWhenOffered => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.None,
    };
}
