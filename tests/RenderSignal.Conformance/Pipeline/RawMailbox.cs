using System.Text;
using MimeKit;
using RenderSignal.Imap;

namespace RenderSignal.Conformance;

/// <summary>A mailbox in memory over raw mails; they arrive with CRLF, as over IMAP.</summary>
internal sealed class RawMailbox : IMailbox, IMailboxSession
{
    private const uint Validity = 1;

    private readonly List<MimeMessage> _mails;
    private readonly List<EmailEnvelope> _envelopes = [];
    private readonly HashSet<uint> _seen = [];

    public RawMailbox(IEnumerable<string> rawMails)
    {
        var mails = rawMails.Select(raw => Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n"))).ToList();
        _mails = [.. mails.Select(mail => MimeMessage.Load(new MemoryStream(mail)))];
        for (var i = 0; i < mails.Count; i++)
        {
            _envelopes.Add(Envelope((uint)i + 1, _mails[i], mails[i].Length));
        }
    }

    public bool IsSeen(int index) => _seen.Contains((uint)index + 1);

    public Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IMailboxSession>(this);

    public async Task<MailboxListing> ListUnseenAsync(Func<MessageUid, CancellationToken, ValueTask<bool>> isDue, CancellationToken cancellationToken)
    {
        var due = new List<EmailEnvelope>();
        foreach (var envelope in _envelopes.Where(envelope => !_seen.Contains(envelope.Uid.Uid)))
        {
            if (await isDue(envelope.Uid, cancellationToken))
            {
                due.Add(envelope);
            }
        }

        return new MailboxListing(due, []);
    }

    public Task<EmailEnvelope?> FindAsync(MessageUid uid, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No recorded cycle looks for a mail.");

    public Task<EmailBody> FetchBodyAsync(EmailEnvelope email, CancellationToken cancellationToken)
    {
        var texts = _mails[(int)email.Uid.Uid - 1].BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment).ToList();
        return Task.FromResult(new EmailBody(
            string.Concat(texts.Where(part => part.IsPlain).Select(Decode)),
            string.Concat(texts.Where(part => part.IsHtml).Select(Decode))));
    }

    public Task MarkSeenAsync(IReadOnlyCollection<MessageUid> emails, CancellationToken cancellationToken)
    {
        _seen.UnionWith(emails.Select(email => email.Uid));
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static EmailEnvelope Envelope(uint uid, MimeMessage mail, long size) => new()
    {
        Uid = new MessageUid(Validity, uid),
        MessageId = RawHeader.Text(mail.Headers, HeaderId.MessageId),
        Subject = mail.Headers[HeaderId.Subject] ?? "",
        Date = RawHeader.Text(mail.Headers, HeaderId.Date),
        From = RawHeader.Text(mail.Headers, HeaderId.From),
        SizeInBytes = size,
        HasAttachments = mail.Attachments.Any(),
    };

    /// <summary>The recorded mails are all in UTF-8; charsets are the real mailbox's tests' concern.</summary>
    private static string Decode(TextPart part)
    {
        using var decoded = new MemoryStream();
        part.Content!.DecodeTo(decoded);
        return Encoding.UTF8.GetString(decoded.ToArray());
    }
}
