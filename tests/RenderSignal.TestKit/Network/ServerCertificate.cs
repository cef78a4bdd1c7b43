using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RenderSignal.TestKit;

/// <summary>A certificate for 127.0.0.1 and localhost, or another host, and the authority that signed it.</summary>
public sealed class ServerCertificate : IDisposable
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2 _authority;

    private ServerCertificate(X509Certificate2 authority, X509Certificate2 certificate)
    {
        _authority = authority;
        Certificate = certificate;
    }

    /// <summary>The server's certificate with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What a client must trust, in PEM.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <summary>The server's certificate in PEM.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem();

    /// <summary>The server's private key in PEM (PKCS #8).</summary>
    public string PrivateKeyPem
    {
        get
        {
            using var key = Certificate.GetECDsaPrivateKey()!;
            return key.ExportPkcs8PrivateKeyPem();
        }
    }

    /// <param name="otherHost">The only host it is for, in place of this machine.</param>
    /// <param name="end">Until when it is valid; null: for a day from now on. It begins two days before.</param>
    public static ServerCertificate Create(string? otherHost = null, DateTimeOffset? end = null) =>
        Create(otherHost, end ?? TimeProvider.System.GetUtcNow().AddDays(1));

    private static ServerCertificate Create(string? otherHost, DateTimeOffset end)
    {
        var start = end.AddDays(-2);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=RenderSignal test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        authorityRequest.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        var authorityKeyId = new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, false);
        authorityRequest.CertificateExtensions.Add(authorityKeyId);
        var authority = authorityRequest.CreateSelfSigned(start, end);

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var serverRequest = new CertificateRequest($"CN={otherHost ?? "localhost"}", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(otherHost ?? "localhost");
        if (otherHost is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        serverRequest.CertificateExtensions.Add(names.Build());
        serverRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        serverRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        serverRequest.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        serverRequest.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(authorityKeyId));
        using var signed = serverRequest.Create(authority, start, end, RandomNumberGenerator.GetBytes(16));
        return new ServerCertificate(authority, signed.CopyWithPrivateKey(serverKey));
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _authority.Dispose();
    }
}
