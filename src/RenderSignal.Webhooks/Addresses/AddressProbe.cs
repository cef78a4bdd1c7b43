using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Goes as far as a webhook would before its request.</summary>
/// <param name="settings">Say whether certificates are checked.</param>
/// <param name="proxy">What webhooks are sent through, if anything.</param>
/// <param name="clock">What time it is.</param>
/// <param name="time">How long it takes.</param>
internal sealed class AddressProbe(ISettingsReader settings, IWebProxy proxy, IClock clock, TimeProvider time) : IAddressProbe
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<AddressReach> ProbeAsync(Uri address, CancellationToken cancellationToken)
    {
        if (proxy.GetProxy(address) is { } through && through != address)
        {
            return new AddressReach(null, ReachStatuses.Proxied(WebhookAddress.Mask(through.AbsoluteUri)));
        }

        var isVerified = (await settings.GetAsync(cancellationToken)).Webhooks.SslVerify;
        var started = time.GetTimestamp();
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var certificate = new PresentedCertificate();
        AddressReach reach;
        try
        {
            await ConnectAsync(address, certificate, either.Token).WaitAsync(either.Token);
            reach = certificate.Fault(address, clock.GetCurrentInstant()) is { } fault
                ? new AddressReach(!isVerified, fault) { Error = certificate.Error }
                : new AddressReach(true, ReachStatuses.Reachable);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            reach = new AddressReach(false, ReachStatuses.TimedOut((int)Timeout.TotalSeconds));
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            reach = new AddressReach(false, Explain(exception, address)) { Error = ErrorText.Clean(exception.GetBaseException().Message, address.OriginalString) };
        }

        return reach with { CertificateExpiresAt = certificate.ExpiresAt, Elapsed = Duration.FromTimeSpan(time.GetElapsedTime(started)) };
    }

    private static async Task ConnectAsync(Uri address, PresentedCertificate certificate, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(await ResolveAsync(address.IdnHost, cancellationToken), address.Port, cancellationToken);
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return;
        }

        await using var tls = new SslStream(new NetworkStream(socket), leaveInnerStreamOpen: false);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.IdnHost,
                RemoteCertificateValidationCallback = certificate.Take,

                // A certificate may name addresses to fetch others from: a probe goes nowhere but where it was sent.
                CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
            },
            cancellationToken);
    }

    /// <exception cref="SocketException">Always <see cref="SocketError.HostNotFound"/>: resolvers have many ways to say so.</exception>
    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return [address];
        }

        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            throw new SocketException((int)SocketError.HostNotFound, exception.Message);
        }
    }

    private static Phrase Explain(Exception exception, Uri address) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound } => ReachStatuses.NameUnknown(address.IdnHost),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => ReachStatuses.Refused(address.IdnHost, address.Port),
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable } => ReachStatuses.Unreachable(address.IdnHost),
        SocketException => ReachStatuses.ConnectionFailed(address.IdnHost),
        _ => ReachStatuses.TlsFailed(address.IdnHost, address.Port),
    };
}
