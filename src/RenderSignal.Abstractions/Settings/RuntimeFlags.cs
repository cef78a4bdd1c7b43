namespace RenderSignal;

/// <summary>The document <c>runtime_flags</c>.</summary>
public sealed record RuntimeFlags
{
    /// <summary>On: a mail is not set aside because its id was processed before.</summary>
    public bool DisableEmailIdDedup { get; init; }

    /// <summary>On: a mail without a delivery link is sent too.</summary>
    public bool AllowCustomWebhookWithoutLinks { get; init; }
}
