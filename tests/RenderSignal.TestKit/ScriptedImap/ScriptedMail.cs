using System.Collections.Immutable;
using NodaTime;

namespace RenderSignal.TestKit;

/// <summary>A mail in a <see cref="ScriptedMailbox"/>.</summary>
/// <param name="uid">Its UID.</param>
/// <param name="source">Its octets, one character each.</param>
/// <param name="arrived">Its INTERNALDATE.</param>
internal sealed class ScriptedMail(uint uid, string source, Instant arrived)
{
    private readonly Lazy<MailPart> _root = new(() => MailPart.Parse(source));
    private volatile ImmutableSortedSet<string> _flags =
        ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);
    private volatile bool _isRemoved;

    public uint Uid => uid;

    public Instant Arrived => arrived;

    public MailPart Root => _root.Value;

    public ImmutableSortedSet<string> Flags
    {
        get => _flags;
        set => _flags = value;
    }

    /// <summary>Whether it has gone from the mailbox; sessions that saw it hear of that at their next command.</summary>
    public bool IsRemoved
    {
        get => _isRemoved;
        set => _isRemoved = value;
    }

    public bool IsSeen => Flags.Contains("\\Seen");
}
