using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>The certificate that a server showed, and what the system thinks of it.</summary>
internal sealed class PresentedCertificate
{
    private SslPolicyErrors _errors;
    private Instant? _validFrom;

    /// <summary>Until when it is valid; null: none was shown.</summary>
    public Instant? ExpiresAt { get; private set; }

    /// <summary>What the system finds wrong with it; null: nothing.</summary>
    public string? Error { get; private set; }

    /// <returns>Always true: it is to be told of, and nothing is sent on the connection.</returns>
    [SuppressMessage("Security", "CA5359:Do not disable certificate validation", Justification = "Nothing is sent; what is wrong is told.")]
    public bool Take(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _errors = errors;
        if (certificate is X509Certificate2 shown)
        {
            _validFrom = Instant.FromDateTimeUtc(shown.NotBefore.ToUniversalTime());
            ExpiresAt = Instant.FromDateTimeUtc(shown.NotAfter.ToUniversalTime());
        }

        if (errors != SslPolicyErrors.None)
        {
            var statuses = chain?.ChainStatus ?? [];
            Error = ErrorText.OneLine(string.Join("; ", statuses.Select(status => status.StatusInformation.Trim()).Where(text => text.Length > 0).Prepend($"{errors}").Distinct()));
        }

        return true;
    }

    /// <summary>What is wrong with it; of several faults the one that is the easiest to act on. Null: it is trusted, or there is none.</summary>
    public Phrase? Fault(Uri address, Instant now) => this switch
    {
        { _errors: SslPolicyErrors.None } => null,
        { ExpiresAt: { } end } when end <= now => ReachStatuses.CertificateExpired(end),
        { _validFrom: { } start } when start > now => ReachStatuses.CertificateNotYetValid(start),
        _ when _errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => ReachStatuses.CertificateOtherName(address.IdnHost),
        _ => ReachStatuses.CertificateUntrusted,
    };
}
