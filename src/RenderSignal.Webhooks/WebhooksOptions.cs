namespace RenderSignal.Webhooks;

/// <summary>
/// What webhook delivery was started with. Where mails go and how often a send is repeated are settings that an operator
/// changes at run time; see <see cref="WebhookSettings"/> and <see cref="ProcessingPreferences"/>.
/// </summary>
public sealed class WebhooksOptions
{
    /// <summary>The key that Make.com hooks ask for, sent as <c>Authorization: Bearer</c> (<c>MAKECOM_API_KEY</c>); null: none is sent.</summary>
    public string? MakeApiKey { get; set; }

    /// <summary>
    /// The secrets every send is signed with (<c>WEBHOOK_SIGNING_SECRETS</c>, separated by commas), as Standard Webhooks says:
    /// <c>whsec_</c> and base64, or any other text as its UTF-8 octets. Several while a secret is being replaced. None: not signed.
    /// </summary>
    public IList<string> SigningSecrets { get; set; } = [];

    /// <summary>
    /// The longest <c>Retry-After</c> (RFC 9110 section 10.2.3) that is waited for within a send: 0 to 10 minutes. A longer one ends
    /// the send, and the mail is left until then. Default: 60 seconds.
    /// </summary>
    public TimeSpan MaxRetryAfterWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one try to reach a Make.com hook may take: 1 second to 5 minutes. Default: 30 seconds (REFERENCE section 4).</summary>
    public TimeSpan MakeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a send to a Make.com hook is tried: 1 to 10. Default: 2 (REFERENCE section 4).</summary>
    public int MakeAttempts { get; set; } = 2;
}
