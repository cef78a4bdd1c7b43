namespace RenderSignal;

/// <summary>A recognised mail: what it is, and what that means for sending it.</summary>
/// <param name="Detector">The <see cref="IEmailDetector.Name"/> of the detector that recognised it.</param>
public sealed record Detection(string Detector)
{
    /// <summary>When the work is to be delivered, as the mail says it (<c>14h30</c>, <c>le 05/11/2026 à 14h30</c>); null when it says nothing.</summary>
    public string? DeliveryTime { get; init; }

    /// <summary>What becomes of the mail while the webhook window is closed.</summary>
    public ClosedWindowAction WhenWindowClosed { get; init; } = ClosedWindowAction.Leave;

    /// <summary>Whether the sender asks for files through a Dropbox request link.</summary>
    public bool HasDropboxRequest { get; init; }

    /// <summary>The route the mail is to take instead of the one the settings choose; see <see cref="DeliveryRoutes"/>. Null: the settings choose.</summary>
    public string? Route { get; init; }
}
