
namespace RenderSignal.TestKit;

/// <summary>What one session knows of the mailbox: sequence numbers change only when it is told (RFC 3501 section 7.4.1).</summary>
internal sealed class MailboxView(ScriptedMailbox mailbox, bool isReadOnly)
{
    private readonly List<ScriptedMail> _mails = [.. mailbox.Mails];

    public bool IsReadOnly => isReadOnly;

    public int Count => _mails.Count;

    /// <summary>The mails of a set that are still there, with their sequence numbers.</summary>
    public IReadOnlyList<(int Number, ScriptedMail Mail)> Find(string set, bool byUid)
    {
        var largest = byUid ? _mails.LastOrDefault()?.Uid ?? 0 : (uint)_mails.Count;
        var wanted = SequenceSet.Parse(set, largest);
        return [.. All().Where(item => wanted.Contains(byUid ? item.Mail.Uid : (uint)item.Number))];
    }

    public IEnumerable<(int Number, ScriptedMail Mail)> All() =>
        _mails.Select((mail, index) => (index + 1, mail)).Where(item => !item.mail.IsRemoved);

    /// <summary>Takes up what came and went, and writes what the client must hear of it.</summary>
    public void Synchronise(ImapReply reply)
    {
        for (var i = _mails.Count - 1; i >= 0; i--)
        {
            if (_mails[i].IsRemoved)
            {
                _mails.RemoveAt(i);
                reply.Untagged($"{i + 1} EXPUNGE");
            }
        }

        var last = _mails.LastOrDefault()?.Uid ?? 0;
        var arrived = mailbox.Mails.Where(mail => mail.Uid > last).ToList();
        if (arrived.Count > 0)
        {
            _mails.AddRange(arrived);
            reply.Untagged($"{_mails.Count} EXISTS");
        }
    }
}
