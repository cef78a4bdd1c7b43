using System.Globalization;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>What a probe can find.</summary>
internal static class ReachStatuses
{
    public static Phrase Reachable { get; } = new("reachable", "it can be reached");

    public static Phrase NameUnknown(string host) => new Phrase("name_unknown", $"no host named {host} is found: check its spelling").With("host", host);

    public static Phrase Refused(string host, int port) => new Phrase("refused", $"nothing listens at port {Number(port)} of {host}").With("host", host).With("port", port);

    public static Phrase Unreachable(string host) => new Phrase("unreachable", $"no way leads to {host}").With("host", host);

    public static Phrase ConnectionFailed(string host) => new Phrase("connection_failed", $"no connection to {host}").With("host", host);

    public static Phrase TlsFailed(string host, int port) =>
        new Phrase("tls_failed", $"port {Number(port)} of {host} answers, but makes no secure connection: does it speak https?").With("host", host).With("port", port);

    public static Phrase TimedOut(int seconds) => new Phrase("timed_out", $"no answer within {Number(seconds)} s").With("seconds", seconds);

    public static Phrase Proxied(string proxy) => new Phrase("proxied", $"it is reached through {proxy}, which cannot be tried without a request").With("proxy", proxy);

    public static Phrase CertificateUntrusted { get; } =
        new("certificate_untrusted", "nobody whom this system trusts has signed the certificate: have it signed by a known authority, or make the system trust its own");

    public static Phrase CertificateExpired(Instant expiresAt) => new Phrase("certificate_expired", $"the certificate expired at {expiresAt}: renew it").With("expires_at", expiresAt.ToString());

    public static Phrase CertificateNotYetValid(Instant validFrom) =>
        new Phrase("certificate_not_yet_valid", $"the certificate is valid from {validFrom} on: check the clocks").With("valid_from", validFrom.ToString());

    public static Phrase CertificateOtherName(string host) => new Phrase("certificate_other_name", $"the certificate is for another name than {host}: check the host").With("host", host);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
