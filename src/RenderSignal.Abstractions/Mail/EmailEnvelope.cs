namespace RenderSignal;

/// <summary>What is known of a mail from its headers and structure alone, before any of its text has travelled.</summary>
public sealed record EmailEnvelope
{
    /// <summary>Where the mail lies in its mailbox.</summary>
    public required MessageUid Uid { get; init; }

    /// <summary>The <c>Message-ID</c> header as it stands in the mail, angle brackets included; empty when missing.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The <c>Subject</c> header, unfolded and decoded (RFC 2047); empty when missing.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The <c>Date</c> header as it stands in the mail; empty when missing.</summary>
    public string Date { get; init; } = "";

    /// <summary>The <c>From</c> header as it stands in the mail, encoded words included; empty when missing.</summary>
    public string From { get; init; } = "";

    /// <summary>The size of the whole mail in octets (RFC822.SIZE).</summary>
    public long SizeInBytes { get; init; }

    /// <summary>Whether a part of the mail is marked as an attachment.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>
    /// The email id: what the mail is remembered by. See <see cref="EmailIdentity.ComputeId"/>. A mail with neither <c>Message-ID</c>
    /// nor <c>Date</c> is known by its place in the mailbox: its subject alone would make one mail of many.
    /// </summary>
    public string Id => EmailIdentity.ComputeId(MessageId.Length + Date.Length > 0 ? MessageId : Uid.ToString(), Subject, Date);

    /// <summary>The first address of <see cref="From"/> in the sender's own spelling; empty when there is none.</summary>
    public string SenderAddress => EmailIdentity.ParseSender(From);

    /// <summary><see cref="SenderAddress"/> in lower case: what allowlists and priorities are compared with.</summary>
    public string Sender => SenderAddress.ToLowerInvariant();
}
