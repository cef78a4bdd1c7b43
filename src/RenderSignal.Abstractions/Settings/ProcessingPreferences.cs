namespace RenderSignal;

/// <summary>The document <c>processing_prefs</c> (REFERENCE section 5). The defaults are the reference's.</summary>
public sealed record ProcessingPreferences
{
    /// <summary>A mail that contains one of these in subject or body is acknowledged and not sent. Accents and case do not matter.</summary>
    public IReadOnlyList<string> ExcludeKeywords { get; init; } = [];

    /// <summary>As <see cref="ExcludeKeywords"/>, for recadrage mails only.</summary>
    public IReadOnlyList<string> ExcludeKeywordsRecadrage { get; init; } = [];

    /// <summary>As <see cref="ExcludeKeywords"/>, for desabo mails only.</summary>
    public IReadOnlyList<string> ExcludeKeywordsAutorepondeur { get; init; } = [];

    /// <summary>A mail with neither an attachment nor a delivery link is acknowledged and not sent.</summary>
    public bool RequireAttachments { get; init; }

    /// <summary>A larger mail is acknowledged, never downloaded and not sent; in MiB, more than 0. Null: no limit.</summary>
    public int? MaxEmailSizeMb { get; init; }

    /// <summary>Priority by sender address in lower case; a sender that is not listed has <see cref="SenderPriority.Medium"/>.</summary>
    public IReadOnlyDictionary<string, SenderPriority> SenderPriorities { get; init; } = new Dictionary<string, SenderPriority>();

    /// <summary>How often a failed send is repeated within a cycle: 0 to 10.</summary>
    public int RetryCount { get; init; }

    /// <summary>The pause between two tries in seconds: 0 to 600.</summary>
    public int RetryDelaySec { get; init; } = 2;

    /// <summary>How long one try may take in seconds: 1 to 300.</summary>
    public int WebhookTimeoutSec { get; init; } = 30;

    /// <summary>How many mails may be sent in the custom format in 3600 seconds: 0 (no limit) to 100,000.</summary>
    public int RateLimitPerHour { get; init; } = 5;

    /// <summary>Whether a failure is notified.</summary>
    public bool NotifyOnFailure { get; init; }

    /// <summary>Whether a recadrage mail that Make.com took is also sent to the custom receiver.</summary>
    public bool MirrorMediaToCustom { get; init; } = true;

    /// <summary>The keywords that exclude mails of one detector; none for a detector of your own.</summary>
    public IReadOnlyList<string> ExcludeKeywordsFor(string? detector) => detector switch
    {
        DetectorNames.Recadrage => ExcludeKeywordsRecadrage,
        DetectorNames.Desabo => ExcludeKeywordsAutorepondeur,
        _ => [],
    };
}
