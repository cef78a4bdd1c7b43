using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RenderSignal.Imap;

/// <summary>Checks the server's certificate.</summary>
/// <param name="authorities">Whom to trust; null: the system's authorities.</param>
/// <param name="isRequired">False: a certificate that is not trusted is taken all the same, and <see cref="Failure"/> says why it should not be.</param>
internal sealed class ServerCertificateCheck(X509Certificate2Collection? authorities, bool isRequired)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>What was wrong with the last certificate; null when it was fine.</summary>
    public string? Failure { get; private set; }

    /// <exception cref="InvalidDataException">The CA file is of no use.</exception>
    public static ServerCertificateCheck For(ImapOptions imap)
    {
        // Where STARTTLS is a mere offer and the connection stays on this machine, plain would do as well.
        var isRequired = imap.Security != ImapSecurity.StartTlsWhenOffered || !LoopbackHost.Is(imap.Host);
        return new ServerCertificateCheck(imap.CaFile is { } caFile ? CertificateAuthorities.Load(caFile) : null, isRequired);
    }

    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        // Our own authorities can only mend a chain that ends nowhere, not a name that does not match.
        Failure = errors == SslPolicyErrors.None ? null
            : errors == SslPolicyErrors.RemoteCertificateChainErrors && authorities is not null && certificate is not null ? CheckChain(certificate, chain)
            : Describe(errors, chain);
        return Failure is null || !isRequired;
    }

    private string? CheckChain(X509Certificate certificate, X509Chain? sent)
    {
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities!);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        if (sent is not null)
        {
            // The intermediate authorities that came with the certificate.
            own.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        using var leaf = new X509Certificate2(certificate);
        return own.Build(leaf) ? null : Describe(SslPolicyErrors.RemoteCertificateChainErrors, own);
    }

    private static string Describe(SslPolicyErrors errors, X509Chain? chain)
    {
        var statuses = chain?.ChainStatus.Select(status => status.StatusInformation.Trim()).Where(text => text.Length > 0) ?? [];
        return string.Join("; ", statuses.Prepend(errors.ToString()));
    }
}
