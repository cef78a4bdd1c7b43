using System.Diagnostics.CodeAnalysis;

namespace RenderSignal.Imap;

/// <summary>
/// What is known of the mails that stay unseen, so that a cycle asks the server only for the new ones.
/// A mail never changes under its UID (RFC 3501, section 2.3.1.1). Bounded: what does not fit is asked for again.
/// </summary>
internal sealed class EnvelopeCache
{
    private const int Capacity = 5_000;

    private Dictionary<MessageUid, ImapEnvelope> _entries = [];

    public bool TryGet(MessageUid uid, [NotNullWhen(true)] out ImapEnvelope? entry) => _entries.TryGetValue(uid, out entry);

    /// <summary>Keeps the mails of the newest listing and forgets all others.</summary>
    public void Replace(IEnumerable<ImapEnvelope> entries) => _entries = entries.Take(Capacity).ToDictionary(entry => entry.Envelope.Uid);
}
