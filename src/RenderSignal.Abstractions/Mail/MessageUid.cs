namespace RenderSignal;

/// <summary>Where a mail lies in its mailbox.</summary>
/// <param name="Validity">The mailbox's UIDVALIDITY: when it changes, all earlier UIDs are void (RFC 3501, section 2.3.1.1).</param>
/// <param name="Uid">The mail's UID, 1 or more.</param>
public readonly record struct MessageUid(uint Validity, uint Uid)
{
    /// <summary>The form used as a key in stores: <c>uid:VALIDITY:UID</c>.</summary>
    public override string ToString() => $"uid:{Validity}:{Uid}";
}
