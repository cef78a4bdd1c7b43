using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RenderSignal.Imap.Tests;

public sealed class ServerCertificateCheckTests
{
    [Fact]
    public void The_intermediate_authorities_that_a_server_sends_are_used()
    {
        using var root = Authority("CN=root", null);
        using var intermediate = Authority("CN=intermediate", root);
        using var leaf = Sign("CN=leaf", intermediate, isAuthority: false);
        using var sent = new X509Chain();
        sent.ChainPolicy.ExtraStore.Add(intermediate);

        Assert.True(Check([root]).Accept(this, leaf, sent, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public void A_wrong_name_is_not_mended_by_a_known_authority()
    {
        using var root = Authority("CN=root", null);
        using var leaf = Sign("CN=leaf", root, isAuthority: false);
        var check = Check([root]);
        Assert.False(check.Accept(this, leaf, null, SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.Contains("RemoteCertificateNameMismatch", check.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imap.example.test", ImapSecurity.StartTlsWhenOffered, false)]
    [InlineData("127.0.0.1.example.test", ImapSecurity.StartTlsWhenOffered, false)]
    [InlineData("localhost", ImapSecurity.StartTls, false)]
    [InlineData("localhost", ImapSecurity.Tls, false)]
    [InlineData("LOCALHOST", ImapSecurity.StartTlsWhenOffered, true)]
    [InlineData("127.0.0.1", ImapSecurity.StartTlsWhenOffered, true)]
    [InlineData("::1", ImapSecurity.StartTlsWhenOffered, true)]
    public void A_certificate_may_be_untrusted_only_where_plain_would_do_and_stays_on_this_machine(string host, ImapSecurity security, bool isAccepted)
    {
        using var leaf = Authority("CN=leaf", null);
        var check = ServerCertificateCheck.For(new ImapOptions { Host = host, Security = security });
        Assert.Equal(isAccepted, check.Accept(this, leaf, null, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.NotNull(check.Failure);
    }

    private static ServerCertificateCheck Check(X509Certificate2Collection authorities) => new(authorities, isRequired: true);

    private static X509Certificate2 Authority(string name, X509Certificate2? issuer) => Sign(name, issuer, isAuthority: true);

    private static X509Certificate2 Sign(string name, X509Certificate2? issuer, bool isAuthority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var (start, end) = (TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1));
        if (issuer is null)
        {
            return request.CreateSelfSigned(start, end);
        }

        // A certificate must not outlive its issuer, whose times are cut to whole seconds.
        using var signed = request.Create(issuer, start.AddMinutes(1), end.AddMinutes(-1), RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}
