using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Imap;

/// <summary>One cycle's visit. A connection that breaks on one mail's account is rebuilt within the visit, so often as the server answers something in between.</summary>
internal sealed class ImapSession(ImapMailbox mailbox, ImapConnection connection, EnvelopeCache cache, ImapOptions options, ILogger logger) : IMailboxSession
{
    private const int MaxBreaks = 30;
    private const long BytesPerMb = 1024 * 1024;

    private readonly Dictionary<MessageUid, TextParts> _parts = [];
    private readonly uint _validity = connection.Folder.UidValidity;
    private ImapConnection _connection = connection;
    private int _breaks;

    public async Task<MailboxListing> ListUnseenAsync(
        Func<MessageUid, CancellationToken, ValueTask<bool>> isDue, CancellationToken cancellationToken)
    {
        var unseen = await SearchAsync(SearchQuery.NotSeen, "does not list the unseen mails", cancellationToken);
        var found = new List<ImapEnvelope>();
        var unknown = new List<UniqueId>();
        var passedOver = 0;
        foreach (var uid in unseen)
        {
            var key = new MessageUid(_validity, uid.Id);
            if (!await isDue(key, cancellationToken))
            {
                passedOver++;
            }
            else if (cache.TryGet(key, out var known))
            {
                found.Add(known);
            }
            else
            {
                unknown.Add(uid);
            }
        }

        var fetch = new EnvelopeFetch(_validity, RunAsync);
        await fetch.FetchAsync(unknown, cancellationToken);
        found.AddRange(fetch.Found);
        found.Sort((left, right) => left.Envelope.Uid.Uid.CompareTo(right.Envelope.Uid.Uid));
        cache.Replace(found);
        foreach (var entry in found)
        {
            _parts[entry.Envelope.Uid] = entry.Parts;
        }

        return new MailboxListing([.. found.Select(entry => entry.Envelope)], fetch.Unreadable, passedOver);
    }

    public async Task<EmailEnvelope?> FindAsync(MessageUid uid, CancellationToken cancellationToken)
    {
        if (uid.Validity != _validity || uid.Uid == 0)
        {
            return null;
        }

        var id = new UniqueId(uid.Validity, uid.Uid);
        var there = await SearchAsync(SearchQuery.Uids([id]), "does not tell whether the mail is still there", cancellationToken);
        if (there.All(found => found.Id != uid.Uid))
        {
            return null;
        }

        var fetch = new EnvelopeFetch(_validity, RunAsync);
        await fetch.FetchAsync([id], cancellationToken);
        if (fetch.Unreadable is [var unreadable])
        {
            throw new EmailUnreadableException(unreadable.Reason);
        }

        _parts[uid] = fetch.Found[0].Parts;
        return fetch.Found[0].Envelope;
    }

    public async Task<EmailBody> FetchBodyAsync(EmailEnvelope email, CancellationToken cancellationToken)
    {
        var parts = _parts[email.Uid];
        if (parts.Octets > options.MaxTextMb * BytesPerMb)
        {
            throw new EmailUnreadableException(
                $"Its text has {parts.Octets / (double)BytesPerMb:0.0} MB, more than IMAP_MAX_TEXT_MB={options.MaxTextMb}. Raise it to have this mail read.");
        }

        var uid = new UniqueId(email.Uid.Validity, email.Uid.Uid);
        return new EmailBody(
            await FetchTextAsync(uid, parts.Plain, cancellationToken),
            await FetchTextAsync(uid, parts.Html, cancellationToken));
    }

    public async Task MarkSeenAsync(IReadOnlyCollection<MessageUid> emails, CancellationToken cancellationToken)
    {
        var uids = emails.Where(email => email.Validity == _validity).Select(email => new UniqueId(email.Validity, email.Uid)).ToList();
        try
        {
            await StoreSeenAsync(uids, cancellationToken);
        }
        catch (ImapCommandException) when (uids.Count > 1)
        {
            // The server minds one of them: the others are not to wait for it.
            foreach (var uid in uids)
            {
                await TryStoreSeenAsync(uid, cancellationToken);
            }
        }
        catch (ImapCommandException exception)
        {
            Log.SeenRefused(logger, uids[0].Id, exception.Message);
        }
    }

    public ValueTask DisposeAsync() => _connection.IsUsable ? ValueTask.CompletedTask : mailbox.DropAsync();

    private async Task<IList<UniqueId>> SearchAsync(SearchQuery query, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync((folder, token) => folder.SearchAsync(query, token), cancellationToken);
        }
        catch (ImapCommandException exception)
        {
            throw new MailboxUnavailableException($"The IMAP server {otherwise}: {exception.Message}", exception);
        }
    }

    private async Task TryStoreSeenAsync(UniqueId uid, CancellationToken cancellationToken)
    {
        try
        {
            await StoreSeenAsync([uid], cancellationToken);
        }
        catch (ImapCommandException exception)
        {
            Log.SeenRefused(logger, uid.Id, exception.Message);
        }
    }

    private Task<IList<UniqueId>> StoreSeenAsync(IList<UniqueId> uids, CancellationToken cancellationToken) =>
        RunAsync((folder, token) => folder.StoreAsync(uids, new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true }, token), cancellationToken);

    private async Task<string> FetchTextAsync(UniqueId uid, List<TextSection> parts, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var part in parts)
        {
            try
            {
                using var encoded = await RunAsync((folder, token) => folder.GetStreamAsync(uid, part.Number, token), cancellationToken);
                texts.Add(PartText.Decode(encoded, part));
            }
            catch (Exception exception) when (exception is ImapCommandException or ConnectionBrokenException or MessageNotFoundException or FormatException)
            {
                throw new EmailUnreadableException($"Part {part.Number} cannot be fetched: {FirstLine.Of(exception.Message)}", exception);
            }
        }

        return string.Concat(texts);
    }

    /// <summary>
    /// Runs a command, and once more on a new connection if the connection breaks over it: all commands here may be repeated.
    /// </summary>
    /// <exception cref="ImapCommandException">The server answered NO or BAD.</exception>
    /// <exception cref="ConnectionBrokenException">The connection broke twice over this command: it is to blame.</exception>
    private async Task<T> RunAsync<T>(Func<IMailFolder, CancellationToken, Task<T>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await RunOnceAsync(command, cancellationToken);
        }
        catch (ConnectionBrokenException exception)
        {
            Log.ConnectionRebuilt(logger, exception.Message);
            return await RunOnceAsync(command, cancellationToken);
        }
    }

    private async Task<T> RunOnceAsync<T>(Func<IMailFolder, CancellationToken, Task<T>> command, CancellationToken cancellationToken)
    {
        if (!_connection.IsUsable)
        {
            await ReconnectAsync(cancellationToken);
        }

        if (_connection.Folder.UidValidity != _validity)
        {
            // The UIDs at hand would mean other mails now.
            throw new MailboxUnavailableException("The mailbox was made anew on the server while it was being read; the next cycle starts over.");
        }

        try
        {
            var result = await _connection.RunAsync(token => command(_connection.Folder, token), cancellationToken);
            _breaks = 0;
            return result;
        }
        catch (ConnectionBrokenException)
        {
            await mailbox.DropAsync();
            throw;
        }
    }

    private async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        if (++_breaks > MaxBreaks)
        {
            throw new MailboxUnavailableException($"The connection to the IMAP server broke {MaxBreaks} times in a row.");
        }

        await mailbox.DropAsync();
        _connection = await mailbox.ConnectionAsync(cancellationToken);
    }
}
