using MailKit;
using MailKit.Net.Imap;
using MimeKit;

namespace RenderSignal.Imap;

/// <summary>
/// Fetches headers and structure in few round trips. When an answer for many mails fails, the mails are halved until the one
/// that it fails for is alone: one bad mail hides no other.
/// </summary>
internal sealed class EnvelopeFetch(uint validity, EnvelopeFetch.RunCommand run)
{
    private const int BatchSize = 256;

    private static readonly FetchRequest Request = new(
        MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.BodyStructure,
        [HeaderId.MessageId, HeaderId.Subject, HeaderId.Date, HeaderId.From]);

    private readonly List<UnreadableEmail> _unreadable = [];

    public delegate Task<IList<IMessageSummary>> RunCommand(
        Func<IMailFolder, CancellationToken, Task<IList<IMessageSummary>>> command, CancellationToken cancellationToken);

    public IReadOnlyList<UnreadableEmail> Unreadable => _unreadable;

    public async Task<List<ImapEnvelope>> FetchAsync(IEnumerable<UniqueId> uids, CancellationToken cancellationToken)
    {
        var found = new List<ImapEnvelope>();
        var waiting = new Stack<UniqueId[]>(uids.Chunk(BatchSize).Reverse());
        while (waiting.TryPop(out var batch))
        {
            try
            {
                foreach (var summary in await run((folder, token) => folder.FetchAsync(batch, Request, token), cancellationToken))
                {
                    Add(summary, found);
                }
            }
            catch (Exception exception) when (exception is ImapCommandException or ConnectionBrokenException)
            {
                if (batch.Length == 1)
                {
                    AddUnreadable(batch[0], exception.Message);
                    continue;
                }

                waiting.Push(batch[(batch.Length / 2)..]);
                waiting.Push(batch[..(batch.Length / 2)]);
            }
        }

        return found;
    }

    private void Add(IMessageSummary summary, List<ImapEnvelope> found)
    {
        if (summary.Body is null || summary.Headers is null)
        {
            AddUnreadable(summary.UniqueId, "the server tells no structure or no headers for it");
            return;
        }

        var parts = TextParts.Of(summary.Body);
        found.Add(new ImapEnvelope(
            new EmailEnvelope
            {
                Uid = new MessageUid(validity, summary.UniqueId.Id),
                MessageId = RawHeader.Text(summary.Headers, HeaderId.MessageId),
                Subject = summary.Headers[HeaderId.Subject] ?? "",
                Date = RawHeader.Text(summary.Headers, HeaderId.Date),
                From = RawHeader.Text(summary.Headers, HeaderId.From),
                SizeInBytes = summary.Size ?? 0,
                HasAttachments = parts.HasAttachments,
            },
            parts));
    }

    private void AddUnreadable(UniqueId uid, string reason) =>
        _unreadable.Add(new UnreadableEmail(new MessageUid(validity, uid.Id), $"Its headers cannot be fetched: {reason.Split('\n', 2)[0].Trim()}"));
}
