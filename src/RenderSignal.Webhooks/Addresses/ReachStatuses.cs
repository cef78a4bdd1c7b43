using System.Globalization;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>What a probe can find.</summary>
internal static class ReachStatuses
{
    public static Phrase Reachable { get; } = new("reachable", "it can be reached");

    public static Phrase NameUnknown(string host) => new("name_unknown", $"no host named {host} is found: check its spelling")
    {
        Values = new Dictionary<string, string> { ["host"] = host },
    };

    public static Phrase Refused(string host, int port) => new("refused", $"nothing listens at port {Number(port)} of {host}")
    {
        Values = new Dictionary<string, string> { ["host"] = host, ["port"] = Number(port) },
    };

    public static Phrase Unreachable(string host) => new("unreachable", $"no way leads to {host}")
    {
        Values = new Dictionary<string, string> { ["host"] = host },
    };

    public static Phrase ConnectionFailed(string host) => new("connection_failed", $"no connection to {host}")
    {
        Values = new Dictionary<string, string> { ["host"] = host },
    };

    public static Phrase TlsFailed(string host, int port) =>
        new("tls_failed", $"port {Number(port)} of {host} answers, but makes no secure connection: does it speak https?")
        {
            Values = new Dictionary<string, string> { ["host"] = host, ["port"] = Number(port) },
        };

    public static Phrase TimedOut(int seconds) => new("timed_out", $"no answer within {Number(seconds)} s")
    {
        Values = new Dictionary<string, string> { ["seconds"] = Number(seconds) },
    };

    public static Phrase Proxied(string proxy) => new("proxied", $"it is reached through {proxy}, which cannot be tried without a request")
    {
        Values = new Dictionary<string, string> { ["proxy"] = proxy },
    };

    public static Phrase CertificateUntrusted { get; } =
        new("certificate_untrusted", "nobody whom this system trusts has signed the certificate: have it signed by a known authority, or make the system trust its own");

    public static Phrase CertificateExpired(Instant expiresAt) => new("certificate_expired", $"the certificate expired at {expiresAt}: renew it")
    {
        Values = new Dictionary<string, string> { ["expires_at"] = expiresAt.ToString() },
    };

    public static Phrase CertificateNotYetValid(Instant validFrom) =>
        new("certificate_not_yet_valid", $"the certificate is valid from {validFrom} on: check the clocks")
        {
            Values = new Dictionary<string, string> { ["valid_from"] = validFrom.ToString() },
        };

    public static Phrase CertificateOtherName(string host) => new("certificate_other_name", $"the certificate is for another name than {host}: check the host")
    {
        Values = new Dictionary<string, string> { ["host"] = host },
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
