namespace RenderSignal;

/// <summary>Why a mail was decided as it was: the rows of REFERENCE section 1, and the settings beside it. The names are kept in ledgers.</summary>
public enum DecisionReason
{
    /// <summary>Row 1: the sender is not on the allowlist.</summary>
    SenderNotAllowed,

    /// <summary>Row 2: this mail is done already.</summary>
    AlreadyProcessed,

    /// <summary>Row 3: a reply or a forwarded mail.</summary>
    Reply,

    /// <summary>Larger than <see cref="ProcessingPreferences.MaxEmailSizeMb"/>.</summary>
    TooLarge,

    /// <summary>Contains an excluded keyword.</summary>
    ExcludedKeyword,

    /// <summary>Neither an attachment nor a delivery link, though one is required.</summary>
    AttachmentRequired,

    /// <summary>Row 4: a presence mail, but the hook for the current presence flag is not set.</summary>
    PresenceHookMissing,

    /// <summary>Row 5: a mail of the same subject group was sent this month.</summary>
    GroupAlreadyProcessed,

    /// <summary>Row 7: the webhook window is closed.</summary>
    WindowClosed,

    /// <summary>Row 8: no delivery link.</summary>
    NoDeliveryLink,

    /// <summary>Sending is switched off.</summary>
    SendingDisabled,

    /// <summary>The receiver's address is not set.</summary>
    ReceiverMissing,

    /// <summary>The receiver asked for a pause that is not over (<c>Retry-After</c>).</summary>
    ReceiverBusy,

    /// <summary>Row 9: the hourly limit is reached.</summary>
    RateLimited,

    /// <summary>Row 10: to be sent, and accepted when the status is <see cref="EmailStatus.Sent"/>.</summary>
    Deliver,

    /// <summary>Row 10: the receiver did not accept it.</summary>
    DeliveryFailed,

    /// <summary>The mail could not be fetched or parsed.</summary>
    Unreadable,

    /// <summary>Something unforeseen; the log has the exception.</summary>
    UnexpectedError,

    /// <summary>Another server may be sending it, or has just sent it; the next cycle looks again.</summary>
    ClaimedElsewhere,
}
