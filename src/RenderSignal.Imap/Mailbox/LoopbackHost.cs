using System.Net;

namespace RenderSignal.Imap;

internal static class LoopbackHost
{
    /// <summary>Whether a host name or address can mean nothing but this machine.</summary>
    public static bool Is(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
