namespace RenderSignal;

/// <summary>A mailbox that can be polled. One cycle opens one session at a time.</summary>
public interface IMailbox
{
    /// <summary>Connects and signs in, or takes up the connection that is still there.</summary>
    /// <exception cref="MailboxAuthenticationException">The server refused the user or the password.</exception>
    /// <exception cref="MailboxUnavailableException">The mailbox cannot be reached or opened now.</exception>
    Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken);
}
