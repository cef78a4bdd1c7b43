using System.Globalization;
using System.Net.Sockets;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>What a probe can find.</summary>
internal static class ReachPhrases
{
    public static Phrase Reachable { get; } = new("reachable", "it can be reached");

    public static Phrase CertificateUntrusted { get; } =
        new("certificate_untrusted", "nobody whom this system trusts has signed the certificate: have it signed by a known authority, or make the system trust its own");

    public static Phrase CertificateExpired(Instant end) => new("certificate_expired", $"the certificate expired at {end}: renew it")
    {
        Values = new Dictionary<string, string> { ["expires_at"] = end.ToString() },
    };

    public static Phrase CertificateNotYetValid(Instant start) => new("certificate_not_yet_valid", $"the certificate is valid from {start} on: check the clocks")
    {
        Values = new Dictionary<string, string> { ["valid_from"] = start.ToString() },
    };

    public static Phrase CertificateOtherName(string host) => new("certificate_other_name", $"the certificate is for another name than {host}: check the host")
    {
        Values = OfHost(host),
    };

    public static Phrase TimedOut(TimeSpan timeout)
    {
        var seconds = timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return new("timed_out", $"no answer within {seconds} s") { Values = new Dictionary<string, string> { ["seconds"] = seconds } };
    }

    public static Phrase Proxied(Uri proxy)
    {
        var masked = WebhookAddress.Mask(proxy.AbsoluteUri);
        return new("proxied", $"it is reached through {masked}, which cannot be tried without a request")
        {
            Values = new Dictionary<string, string> { ["proxy"] = masked },
        };
    }

    /// <summary>What a failure to connect means.</summary>
    public static Phrase For(Exception exception, Uri address) => exception.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound } =>
            new("name_unknown", $"no host named {address.IdnHost} is found: check its spelling") { Values = OfHost(address.IdnHost) },
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            new("refused", $"nothing listens at port {Port(address)} of {address.IdnHost}") { Values = OfHost(address.IdnHost, address) },
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.AddressNotAvailable } =>
            new("unreachable", $"no way leads to {address.IdnHost}") { Values = OfHost(address.IdnHost) },
        _ when address.Scheme == Uri.UriSchemeHttps && exception is not SocketException =>
            new("tls_failed", $"port {Port(address)} of {address.IdnHost} answers, but makes no secure connection: does it speak https?") { Values = OfHost(address.IdnHost, address) },
        _ => new("connection_failed", $"no connection to {address.IdnHost}") { Values = OfHost(address.IdnHost) },
    };

    private static string Port(Uri address) => address.Port.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> OfHost(string host) => new() { ["host"] = host };

    private static Dictionary<string, string> OfHost(string host, Uri address) => new() { ["host"] = host, ["port"] = Port(address) };
}
