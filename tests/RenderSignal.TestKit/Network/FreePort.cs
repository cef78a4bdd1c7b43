using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RenderSignal.TestKit;

/// <summary>Hands out loopback ports that nobody listens on, none twice in one process.</summary>
/// <remarks>
/// They lie below Linux's range for outgoing connections (32768 and up), so that no connection takes the port
/// of a server while it is stopped.
/// </remarks>
public static class FreePort
{
    private const int First = 10_240;
    private const int End = 32_768;
    private const int MaxAttempts = 1_000;

    private static readonly ConcurrentDictionary<int, bool> HandedOut = new();

    public static int Next()
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var port = Random.Shared.Next(First, End);
            if (HandedOut.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No free port between {First} and {End - 1} after {MaxAttempts} attempts.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
