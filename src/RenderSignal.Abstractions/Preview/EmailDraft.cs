namespace RenderSignal;

/// <summary>A mail that somebody made up to see what would become of it.</summary>
public sealed record EmailDraft
{
    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The sender, as in a <c>From</c> header.</summary>
    public string From { get; init; } = "";

    /// <summary>The text.</summary>
    public string Body { get; init; } = "";

    /// <summary>Whether it has an attachment.</summary>
    public bool HasAttachments { get; init; }
}
