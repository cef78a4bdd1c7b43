using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RenderSignal.Imap.Tests;

/// <summary>Stands before a server, passes everything on, and counts what the server sends.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private long _bytesFromServer;

    /// <param name="target">The server's port on 127.0.0.1.</param>
    /// <param name="address">The loopback address to listen on.</param>
    public TcpProxy(int target, string address = "127.0.0.1")
    {
        _target = target;
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public long BytesFromServer => Interlocked.Read(ref _bytesFromServer);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(PassOnAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task PassOnAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _stopping.Token);
            await Task.WhenAny(
                CopyAsync(client.GetStream(), server.GetStream(), _ => { }),
                CopyAsync(server.GetStream(), client.GetStream(), count => Interlocked.Add(ref _bytesFromServer, count)));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One end has gone; the other hears of it as both are closed.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Action<int> count)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stopping.Token) is var length and > 0)
            {
                count(length);
                await to.WriteAsync(buffer.AsMemory(0, length), _stopping.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // As above.
        }
    }
}
