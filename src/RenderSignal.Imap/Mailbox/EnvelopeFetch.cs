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

    private readonly List<ImapEnvelope> _found = [];
    private readonly List<UnreadableEmail> _unreadable = [];

    public delegate Task<IList<IMessageSummary>> RunCommand(
        Func<IMailFolder, CancellationToken, Task<IList<IMessageSummary>>> command, CancellationToken cancellationToken);

    public IReadOnlyList<ImapEnvelope> Found => _found;

    public IReadOnlyList<UnreadableEmail> Unreadable => _unreadable;

    public async Task FetchAsync(IEnumerable<UniqueId> uids, CancellationToken cancellationToken)
    {
        var waiting = new Stack<UniqueId[]>(uids.Chunk(BatchSize).Reverse());
        while (waiting.TryPop(out var batch))
        {
            try
            {
                var answers = await run((folder, token) => folder.FetchAsync(batch, Request, token), cancellationToken);
                TryAgain(Add(batch, answers), "the server tells no headers or no structure of it (a mail just deleted is met so, too)", waiting);
            }
            catch (Exception exception) when (exception is ImapCommandException or ConnectionBrokenException)
            {
                TryAgain(batch, exception.Message, waiting);
            }
            catch (MailboxUnavailableException) when (_unreadable.Count > 0)
            {
                // Too many bad mails for one visit. These are put off, so that the next visit comes further.
                return;
            }
        }
    }

    /// <returns>The mails that the answer lacks.</returns>
    private UniqueId[] Add(UniqueId[] batch, IList<IMessageSummary> answers)
    {
        // A server also tells, unasked, when another client changes the flags of a mail: that is no answer.
        var byUid = answers.Where(answer => answer.UniqueId.IsValid).ToLookup(answer => answer.UniqueId.Id);
        var missing = new List<UniqueId>();
        foreach (var uid in batch)
        {
            if (byUid[uid.Id].LastOrDefault() is { Body: { } body, Headers: { } headers } answer)
            {
                Add(answer, headers, TextParts.Of(body));
            }
            else
            {
                missing.Add(uid);
            }
        }

        return [.. missing];
    }

    private void TryAgain(UniqueId[] batch, string reason, Stack<UniqueId[]> waiting)
    {
        if (batch.Length > 1)
        {
            waiting.Push(batch[(batch.Length / 2)..]);
            waiting.Push(batch[..(batch.Length / 2)]);
        }
        else if (batch.Length == 1)
        {
            _unreadable.Add(new UnreadableEmail(new MessageUid(validity, batch[0].Id), $"Its headers cannot be fetched: {FirstLine.Of(reason)}"));
        }
    }

    private void Add(IMessageSummary summary, HeaderList headers, TextParts parts) =>
        _found.Add(new ImapEnvelope(
            new EmailEnvelope
            {
                Uid = new MessageUid(validity, summary.UniqueId.Id),
                MessageId = RawHeader.Text(headers, HeaderId.MessageId),
                Subject = headers[HeaderId.Subject] ?? "",
                Date = RawHeader.Text(headers, HeaderId.Date),
                From = RawHeader.Text(headers, HeaderId.From),
                SizeInBytes = summary.Size ?? 0,
                HasAttachments = parts.HasAttachments,
            },
            parts));
}
