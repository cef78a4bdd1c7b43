using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

/// <summary>Addresses are tried up to the request, over real connections.</summary>
public sealed class AddressProbeTests : IAsyncDisposable
{
    private const string Path = "/hook/secret-token?key=secret-key";

    private readonly Sending _sending = new(more: services => services.AddSingleton<IClock>(SystemClock.Instance));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _sending.DisposeAsync();

    [Fact]
    public async Task A_receiver_that_listens_is_reachable_and_gets_no_request()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);

        var reach = await ProbeAsync(receiver.Url(Path));

        Assert.Equal((true, "reachable", null, null), (reach.IsReachable, reach.Status.Code, reach.Error, reach.CertificateExpiresAt));
        Assert.Empty(receiver.Requests);
        _sending.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task An_address_in_figures_is_looked_up_nowhere()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);

        var reach = await ProbeAsync(new UriBuilder(receiver.Url(Path)) { Host = "0.0.0.0", Scheme = "https" }.Uri);

        Assert.Equal((false, "tls_failed"), (reach.IsReachable, reach.Status.Code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_nobody_known_has_signed_is_told_and_in_the_way_only_while_certificates_are_checked(bool verify)
    {
        _sending.Settings.Settings = Mails.SettingsFor(null, sslVerify: verify);
        using var certificate = ServerCertificate.Create();
        await using var receiver = await WebhookReceiver.StartAsync(certificate, Token);

        var reach = await ProbeAsync(receiver.Url(Path));

        Assert.Equal((!verify, "certificate_untrusted"), (reach.IsReachable, reach.Status.Code));
        Assert.Equal(Instant.FromDateTimeUtc(certificate.Certificate.NotAfter.ToUniversalTime()), reach.CertificateExpiresAt);
        Assert.StartsWith("RemoteCertificateChainErrors", reach.Error, StringComparison.Ordinal);
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_says_when()
    {
        var end = TimeProvider.System.GetUtcNow().AddDays(-3);
        await using var receiver = await WebhookReceiver.StartAsync(ServerCertificate.Create(end: end), Token);

        var reach = await ProbeAsync(receiver.Url(Path));

        var told = Instant.FromUnixTimeSeconds(end.ToUnixTimeSeconds());
        Assert.Equal((false, "certificate_expired", told), (reach.IsReachable, reach.Status.Code, reach.CertificateExpiresAt));
        Assert.Equal(told.ToString(), reach.Status.Values["expires_at"]);
        Assert.Contains(told.ToString(), reach.Status.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_yet_says_from_when_on()
    {
        await using var receiver = await WebhookReceiver.StartAsync(ServerCertificate.Create(end: TimeProvider.System.GetUtcNow().AddDays(30)), Token);

        Assert.Equal("certificate_not_yet_valid", (await ProbeAsync(receiver.Url(Path))).Status.Code);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_told_as_such()
    {
        await using var receiver = await WebhookReceiver.StartAsync(ServerCertificate.Create("other.example.test"), Token);

        var reach = await ProbeAsync(receiver.Url(Path));

        Assert.Equal((false, "certificate_other_name", "127.0.0.1"), (reach.IsReachable, reach.Status.Code, reach.Status.Values["host"]));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_port_that_nobody_listens_on_refuses(string scheme)
    {
        var port = FreePort.Next();

        var reach = await ProbeAsync(new Uri($"{scheme}://127.0.0.1:{port}{Path}"));

        Assert.Equal((false, "refused", $"{port}"), (reach.IsReachable, reach.Status.Code, reach.Status.Values["port"]));
        Assert.NotEmpty(reach.Error!);
        AssertTellsNoSecret(reach);
    }

    [Theory]
    [InlineData("nowhere.invalid")]
    [InlineData("a.very.long.name.that.no.resolver.takes.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.invalid")]
    public async Task A_name_that_does_not_resolve_is_unknown(string host)
    {
        var reach = await ProbeAsync(new Uri($"https://{host}{Path}"));

        Assert.Equal((false, "name_unknown", host), (reach.IsReachable, reach.Status.Code, reach.Status.Values["host"]));
        AssertTellsNoSecret(reach);
    }

    [Fact]
    public async Task A_listener_that_accepts_and_says_nothing_is_given_up_after_5_seconds()
    {
        using var listener = Listen(out var address);
        var probing = ProbeAsync(address);
        using var connection = await listener.AcceptSocketAsync(Token);

        _sending.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(probing.IsCompleted);
        _sending.Time.Advance(TimeSpan.FromSeconds(0.1));
        var reach = await probing;

        Assert.Equal((false, "timed_out", "no answer within 5 s"), (reach.IsReachable, reach.Status.Code, reach.Status.English));
        Assert.Equal(Duration.FromSeconds(5), reach.Elapsed);
    }

    [Fact]
    public async Task A_listener_that_speaks_no_TLS_makes_no_secure_connection()
    {
        using var listener = Listen(out var address);
        var probing = ProbeAsync(address);
        using (var connection = await listener.AcceptSocketAsync(Token))
        {
            await connection.SendAsync(Encoding.ASCII.GetBytes("220 mail.example.test ESMTP\r\n"), Token);
            var reach = await probing;
            Assert.Equal((false, "tls_failed"), (reach.IsReachable, reach.Status.Code));
        }
    }

    [Fact]
    public async Task A_listener_that_hangs_up_makes_no_secure_connection()
    {
        using var listener = Listen(out var address);
        var probing = ProbeAsync(address);
        (await listener.AcceptSocketAsync(Token)).Dispose();

        Assert.Equal("tls_failed", (await probing).Status.Code);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_it()
    {
        using var listener = Listen(out var address);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var probing = _sending.Services.GetRequiredService<IAddressProbe>().ProbeAsync(address, leaving.Token);
        using var connection = await listener.AcceptSocketAsync(Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
    }

    [Fact]
    public async Task What_is_sent_through_a_proxy_cannot_be_tried_and_the_proxys_password_is_not_told()
    {
        var proxy = new WebProxy(new Uri("http://user:secret-key@proxy.example.test:3128"));
        var probe = new AddressProbe(_sending.Settings, proxy, SystemClock.Instance, TimeProvider.System);

        var reach = await probe.ProbeAsync(new Uri("https://receiver.example.test/hook"), Token);

        Assert.Equal((null, "proxied", "http://proxy.example.test:3128/***"), (reach.IsReachable, reach.Status.Code, reach.Status.Values["proxy"]));
        AssertTellsNoSecret(reach);
    }

    private Task<AddressReach> ProbeAsync(Uri address) => _sending.Services.GetRequiredService<IAddressProbe>().ProbeAsync(address, Token);

    private static TcpListener Listen(out Uri address)
    {
        var listener = new TcpListener(IPAddress.Loopback, FreePort.Next());
        listener.Start();
        address = new Uri($"https://{listener.LocalEndpoint}{Path}");
        return listener;
    }

    private static void AssertTellsNoSecret(AddressReach reach) => Assert.DoesNotContain("secret", $"{reach}{reach.Error}", StringComparison.Ordinal);
}
