namespace RenderSignal.Abstractions.Tests;

/// <summary>A mailbox in memory: what is in it, what may fail, and what was asked of it.</summary>
internal sealed class FakeMailbox : IMailbox, IMailboxSession
{
    private readonly List<(EmailEnvelope Email, string Body)> _mails = [];

    /// <summary>UIDs of mails that are seen.</summary>
    public HashSet<uint> Seen { get; } = [];

    /// <summary>UIDs of the bodies that were fetched, in order.</summary>
    public List<uint> Fetched { get; } = [];

    /// <summary>How many mails each command marked seen.</summary>
    public List<int> SeenBatches { get; } = [];

    public List<UnreadableEmail> Unreadable { get; } = [];

    /// <summary>Called before each command; what it throws is what the command fails with.</summary>
    public Action<string> OnCommand { get; set; } = _ => { };

    /// <summary>Called before a body is fetched.</summary>
    public Func<EmailEnvelope, CancellationToken, Task> OnFetch { get; set; } = (_, _) => Task.CompletedTask;

    public EmailEnvelope Add(EmailEnvelope email, string body = $"Bonjour {Mails.Link}")
    {
        _mails.Add((email, body));
        return email;
    }

    public Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnCommand("open");
        return Task.FromResult<IMailboxSession>(this);
    }

    public async Task<MailboxListing> ListUnseenAsync(Func<MessageUid, CancellationToken, ValueTask<bool>> isDue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnCommand("list");
        var due = new List<EmailEnvelope>();
        var passedOver = 0;
        foreach (var (email, _) in _mails.Where(mail => !Seen.Contains(mail.Email.Uid.Uid)))
        {
            if (await isDue(email.Uid, cancellationToken))
            {
                due.Add(email);
            }
            else
            {
                passedOver++;
            }
        }

        return new MailboxListing(due, [.. Unreadable], passedOver);
    }

    public Task<EmailEnvelope?> FindAsync(MessageUid uid, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnCommand("find");
        return Task.FromResult(_mails.Select(mail => mail.Email).FirstOrDefault(email => email.Uid == uid));
    }

    public async Task<EmailBody> FetchBodyAsync(EmailEnvelope email, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnCommand("fetch");
        await OnFetch(email, cancellationToken);
        Fetched.Add(email.Uid.Uid);
        return new EmailBody(_mails.Single(mail => mail.Email.Uid == email.Uid).Body, "");
    }

    public Task MarkSeenAsync(IReadOnlyCollection<MessageUid> emails, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnCommand("mark seen");
        SeenBatches.Add(emails.Count);
        Seen.UnionWith(emails.Select(email => email.Uid));
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
