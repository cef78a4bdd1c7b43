using NodaTime;

namespace RenderSignal;

/// <summary>Whether an address can be reached.</summary>
/// <param name="IsReachable">
/// Whether a webhook would get as far as a request; null: that cannot be told without one. While certificates are not checked
/// (<see cref="WebhookSettings.SslVerify"/>), one that is not trusted is in nobody's way.
/// </param>
/// <param name="Status">What was found: <c>reachable</c>, <c>name_unknown</c>, <c>certificate_expired</c>, … ; also what is wrong with a certificate that is not checked.</param>
public sealed record AddressReach(bool? IsReachable, Phrase Status)
{
    /// <summary>Until when the certificate is valid; null: none was seen.</summary>
    public Instant? CertificateExpiresAt { get; init; }

    /// <summary>How long it took; zero when nothing was tried.</summary>
    public Duration Elapsed { get; init; }

    /// <summary>What the system said of what went wrong, in words without the path of the address; null when nothing did.</summary>
    public string? Error { get; init; }
}
