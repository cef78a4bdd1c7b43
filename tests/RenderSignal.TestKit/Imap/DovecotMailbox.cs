namespace RenderSignal.TestKit;

/// <summary>INBOX of one of Dovecot's users, as another client than the one under test handles it.</summary>
public sealed class DovecotMailbox
{
    private readonly DovecotServer _server;

    internal DovecotMailbox(DovecotServer server, string user)
    {
        _server = server;
        User = user;
    }

    /// <summary>Who signs in to it, with <see cref="DovecotServer.Password"/>.</summary>
    public string User { get; }

    /// <summary>Puts a mail at the end of INBOX: the text in UTF-8, its line ends as CRLF.</summary>
    /// <returns>Its UID.</returns>
    public Task<uint> DeliverAsync(string mail, CancellationToken cancellationToken = default) =>
        WithMailboxAsync(mailbox => mailbox.AppendAsync(MailText.ToBytes(mail), cancellationToken), cancellationToken);

    /// <summary>Puts a mail at the end of INBOX: its octets as they are, but lone line feeds become CRLF.</summary>
    /// <returns>Its UID.</returns>
    public Task<uint> DeliverAsync(byte[] mail, CancellationToken cancellationToken = default) =>
        WithMailboxAsync(mailbox => mailbox.AppendAsync(MailText.WithCrLf(mail), cancellationToken), cancellationToken);

    /// <summary>The mails in mailbox order, and which of them are seen.</summary>
    public Task<IReadOnlyList<MailState>> FlagsAsync(CancellationToken cancellationToken = default) =>
        WithMailboxAsync(mailbox => mailbox.FlagsAsync(cancellationToken), cancellationToken);

    /// <summary>Takes <c>\Seen</c> off a mail.</summary>
    public Task SetUnseenAsync(uint uid, CancellationToken cancellationToken = default) =>
        WithMailboxAsync(
            mailbox => mailbox.RunAsync($"UID STORE {uid} -FLAGS.SILENT (\\Seen)", cancellationToken), cancellationToken);

    /// <summary>Takes a mail away as another client would.</summary>
    public Task DeleteAsync(uint uid, CancellationToken cancellationToken = default) =>
        WithMailboxAsync(
            async mailbox =>
            {
                await mailbox.RunAsync($"UID STORE {uid} +FLAGS.SILENT (\\Deleted)", cancellationToken);
                return await mailbox.RunAsync($"UID EXPUNGE {uid}", cancellationToken);
            },
            cancellationToken);

    /// <summary>Moves a mail to another mailbox, which is made if need be.</summary>
    public Task MoveAsync(uint uid, string mailboxName, CancellationToken cancellationToken = default) =>
        WithMailboxAsync(
            async mailbox =>
            {
                if ((await mailbox.RunAsync($"LIST \"\" {mailboxName}", cancellationToken)).Count == 0)
                {
                    await mailbox.RunAsync($"CREATE {mailboxName}", cancellationToken);
                }

                return await mailbox.RunAsync($"UID MOVE {uid} {mailboxName}", cancellationToken);
            },
            cancellationToken);

    /// <summary>Removes all mails. UIDs are not used again.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        WithMailboxAsync(
            async mailbox =>
            {
                await mailbox.RunAsync("UID STORE 1:* +FLAGS.SILENT (\\Deleted)", cancellationToken);
                return await mailbox.RunAsync("EXPUNGE", cancellationToken);
            },
            cancellationToken);

    private Task<T> WithMailboxAsync<T>(Func<ImapControl, Task<T>> use, CancellationToken cancellationToken) =>
        _server.WithMailboxAsync(User, use, cancellationToken);
}
