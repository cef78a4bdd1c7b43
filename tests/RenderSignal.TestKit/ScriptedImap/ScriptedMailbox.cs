using NodaTime;

namespace RenderSignal.TestKit;

/// <summary>INBOX of a <see cref="ScriptedImapServer"/>, shared by its sessions.</summary>
internal sealed class ScriptedMailbox
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedMail> _mails = [];
    private TaskCompletionSource _changed = NewSignal();
    private uint _lastUid;

    public uint UidValidity { get; set; } = 1;

    public uint UidNext
    {
        get
        {
            lock (_lock)
            {
                return _lastUid + 1;
            }
        }
    }

    /// <summary>Completes when mails come or go after this was asked for.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>The mails that are there, in mailbox order.</summary>
    public IReadOnlyList<ScriptedMail> Mails
    {
        get
        {
            lock (_lock)
            {
                return [.. _mails];
            }
        }
    }

    public ScriptedMail Add(string source, params IEnumerable<string> flags)
    {
        lock (_lock)
        {
            var mail = new ScriptedMail(++_lastUid, source, SystemClock.Instance.GetCurrentInstant());
            mail.Flags = mail.Flags.Union(flags);
            _mails.Add(mail);
            SignalChange();
            return mail;
        }
    }

    public void Remove(Func<ScriptedMail, bool> isChosen)
    {
        lock (_lock)
        {
            foreach (var mail in _mails.Where(isChosen))
            {
                mail.IsRemoved = true;
            }

            _mails.RemoveAll(mail => mail.IsRemoved);
            SignalChange();
        }
    }

    private void SignalChange()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
