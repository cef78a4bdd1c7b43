using System.Net.Security;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class PresentedCertificateTests
{
    private static readonly Uri Address = new("https://localhost/hook");

    [Fact]
    public void A_certificate_that_the_system_trusts_has_no_fault()
    {
        using var certificate = ServerCertificate.Create();
        var presented = new PresentedCertificate();

        Assert.True(presented.Take(this, certificate.Certificate, null, SslPolicyErrors.None));

        Assert.Equal((null, null), (presented.Fault(Address, SystemClock.Instance.GetCurrentInstant()), presented.Error));
        Assert.NotNull(presented.ExpiresAt);
    }

    [Fact]
    public void A_server_that_shows_none_is_not_trusted()
    {
        var presented = new PresentedCertificate();

        presented.Take(this, null, null, SslPolicyErrors.RemoteCertificateNotAvailable);

        Assert.Equal("certificate_untrusted", presented.Fault(Address, SystemClock.Instance.GetCurrentInstant())?.Code);
        Assert.Equal(("RemoteCertificateNotAvailable", null), (presented.Error, presented.ExpiresAt));
    }
}
