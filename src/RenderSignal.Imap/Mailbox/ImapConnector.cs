using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Connects, protects the connection, signs in and opens the mailbox; each step that fails says which setting it hangs on.</summary>
internal sealed class ImapConnector(IOptions<ImapOptions> options, TimeProvider time, ILogger<ImapConnector> logger)
{
    public async Task<ImapConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var imap = options.Value;
        var certificate = new ServerCertificateCheck(imap.CaFile);
        var client = new ImapClient
        {
            ServerCertificateValidationCallback = certificate.Accept,
            CheckCertificateRevocation = false,
            Timeout = (int)imap.Timeout.TotalMilliseconds,
        };
        try
        {
            return await ImapConnection.RunAsync(token => OpenAsync(client, imap, certificate, token), imap.Timeout, time, cancellationToken);
        }
        catch (Exception exception)
        {
            client.Dispose();
            if (exception is SslHandshakeException or AuthenticationException or SocketException or ProtocolException or CommandException or NotSupportedException)
            {
                throw Explain(exception, imap, certificate);
            }

            throw;
        }
    }

    private async Task<ImapConnection> OpenAsync(ImapClient client, ImapOptions imap, ServerCertificateCheck certificate, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(imap.Host, imap.Port, SocketOptionsFor(imap.Security), cancellationToken);
        if (!client.IsSecure && !IsLoopback(imap.Host))
        {
            Log.NotEncrypted(logger, imap.Host);
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

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static MailboxUnavailableException Explain(Exception exception, ImapOptions imap, ServerCertificateCheck certificate)
    {
        var server = $"{imap.Host}:{imap.Port}";
        return exception switch
        {
            AuthenticationException => new MailboxAuthenticationException(
                $"{server} refused to sign in '{imap.User}': {exception.Message} Check EMAIL_ADDRESS and EMAIL_PASSWORD.", exception),
            SslHandshakeException when certificate.Failure is { } failure => new MailboxUnavailableException(
                $"The certificate of {server} is not trusted ({failure}). Name its authority's PEM file in IMAP_CA_FILE.", exception),
            SslHandshakeException => new MailboxUnavailableException(
                $"{server} does not speak TLS as asked for. Check IMAP_PORT (993 for TLS, 143 for STARTTLS), IMAP_USE_SSL and IMAP_SECURITY. {FirstLine(exception)}", exception),
            NotSupportedException => new MailboxUnavailableException(
                $"{server} does not offer STARTTLS, which IMAP_SECURITY=starttls asks for.", exception),
            SocketException => new MailboxUnavailableException(
                $"{server} cannot be reached: {exception.Message}. Check IMAP_SERVER and IMAP_PORT.", exception),
            CommandException => new MailboxUnavailableException(
                $"{server} does not open the mailbox '{imap.Mailbox}': {exception.Message} Check IMAP_MAILBOX.", exception),
            _ => new MailboxUnavailableException(
                $"{server} does not answer like an IMAP server: {FirstLine(exception)} Check IMAP_PORT and IMAP_USE_SSL.", exception),
        };
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].Trim();
}
