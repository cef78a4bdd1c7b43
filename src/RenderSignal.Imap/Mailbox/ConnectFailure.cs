using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace RenderSignal.Imap;

/// <summary>Says of each way to fail on connecting which setting it hangs on.</summary>
internal static class ConnectFailure
{
    /// <returns>Null: the exception is no failure of the server or of a setting.</returns>
    public static MailboxUnavailableException? Explain(Exception exception, ImapOptions imap, string? certificateFailure)
    {
        var server = $"{imap.Host}:{imap.Port}";
        var said = WithoutPassword(FirstLine.Of(exception.Message), imap);
        return exception switch
        {
            AuthenticationException => new MailboxAuthenticationException(
                $"{server} refused to sign in '{imap.User}': {said}. Check EMAIL_ADDRESS and EMAIL_PASSWORD.", exception),
            SslHandshakeException when certificateFailure is not null => new MailboxUnavailableException(
                $"The certificate of {server} is not trusted ({certificateFailure}). Name its authority's PEM file in IMAP_CA_FILE, and in IMAP_SERVER a name that the certificate has.", exception),
            SslHandshakeException => new MailboxUnavailableException(
                $"{server} does not speak TLS as asked for: {said}. Check IMAP_PORT (993 for TLS, 143 for STARTTLS), IMAP_USE_SSL and IMAP_SECURITY.", exception),
            NotSupportedException => new MailboxUnavailableException(
                $"{server} does not offer STARTTLS, which IMAP_SECURITY=starttls asks for.", exception),
            SocketException or ArgumentException => new MailboxUnavailableException(
                $"{server} cannot be reached: {said}. Check IMAP_SERVER and IMAP_PORT.", exception),
            CommandException or FolderNotFoundException => new MailboxUnavailableException(
                $"{server} does not open the mailbox '{imap.Mailbox}': {said}. Check IMAP_MAILBOX.", exception),
            InvalidDataException => new MailboxUnavailableException(exception.Message, exception),
            ProtocolException or IOException => new MailboxUnavailableException(
                $"{server} does not answer like an IMAP server: {said}. Check IMAP_PORT, IMAP_USE_SSL and IMAP_SECURITY.", exception),
            OperationCanceledException or TimeoutException => new MailboxUnavailableException(
                $"{server} did not answer within {imap.Timeout.TotalSeconds:0} s. Check IMAP_SERVER, IMAP_PORT, IMAP_USE_SSL and IMAP_SECURITY (a server that expects TLS is silent to a client that does not).", exception),
            _ => null,
        };
    }

    /// <summary>There are servers that repeat what they refuse.</summary>
    private static string WithoutPassword(string said, ImapOptions imap) =>
        imap.Password.Length > 0 ? said.Replace(imap.Password, "***", StringComparison.Ordinal) : said;
}
