namespace RenderSignal;

/// <summary>What an <see cref="ActivityEvent"/> tells.</summary>
public enum ActivityEventType
{
    /// <summary>A decision about a mail that differs from the one before.</summary>
    Decision,

    /// <summary>A send ended, whether or not it was accepted.</summary>
    Delivery,

    /// <summary>A mail failed to be delivered, and the operator wants to hear of it (<see cref="ProcessingPreferences.NotifyOnFailure"/>).</summary>
    Alert,

    /// <summary>Events may have been missed: read ledger and settings anew.</summary>
    Reset,

    /// <summary>A settings document was changed: through <see cref="ISettingsEditor"/> of this process, or by somebody else where the store meets that.</summary>
    Settings,
}
