namespace RenderSignal;

/// <summary>The document <c>webhook_config</c>, and the Make.com hooks that only the environment names.</summary>
public sealed record WebhookSettings
{
    /// <summary>The receiver of the custom format (<c>WEBHOOK_URL</c>): https, or http on loopback. Null: not configured, mails for it are left.</summary>
    public string? Url { get; init; }

    /// <summary>Which of the two presence hooks is used (<c>PRESENCE</c>).</summary>
    public bool PresenceFlag { get; init; }

    /// <summary>Make.com hook while <see cref="PresenceFlag"/> is on; null: presence mails are acknowledged and not sent.</summary>
    public string? PresenceTrueUrl { get; init; }

    /// <summary>Make.com hook while <see cref="PresenceFlag"/> is off; null: presence mails are acknowledged and not sent.</summary>
    public string? PresenceFalseUrl { get; init; }

    /// <summary>Make.com hook for recadrage mails (<c>RECADRAGE_MAKE_WEBHOOK_URL</c>); null: they go to <see cref="Url"/>.</summary>
    public string? RecadrageMakeUrl { get; init; }

    /// <summary>Make.com hook for desabo mails with a Dropbox request (<c>AUTOREPONDEUR_MAKE_WEBHOOK_URL</c>); null: they go to <see cref="Url"/>.</summary>
    public string? DesaboMakeUrl { get; init; }

    /// <summary>Whether receivers' certificates are checked (<c>WEBHOOK_SSL_VERIFY</c>).</summary>
    public bool SslVerify { get; init; } = true;

    /// <summary>Off: nothing is sent and every mail that would have been sent is left.</summary>
    public bool SendingEnabled { get; init; } = true;

    /// <summary>The hours of the day in which mails are sent.</summary>
    public TimeWindow Window { get; init; } = TimeWindow.AlwaysOpen;

    /// <summary>
    /// The window the process was started with (<c>WEBHOOK_TIME_START</c>, <c>WEBHOOK_TIME_END</c>), whatever an operator changed since:
    /// the one that presence mails carry, as the reference's do.
    /// </summary>
    public TimeWindow StartupWindow { get; init; } = TimeWindow.AlwaysOpen;

    /// <summary>The presence hook for the current <see cref="PresenceFlag"/>.</summary>
    public string? PresenceUrl => PresenceFlag ? PresenceTrueUrl : PresenceFalseUrl;
}
