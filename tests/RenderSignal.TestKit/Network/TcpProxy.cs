using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace RenderSignal.TestKit;

/// <summary>Stands before a server and passes everything on; counts and can delay what the server sends, and can be cut.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private CancellationTokenSource? _connected = new();
    private long _delay;
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

    /// <summary>How long everything that the server sends from now on is on its way; zero at first. It stays in order.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref _delay));
        set => Interlocked.Exchange(ref _delay, value.Ticks);
    }

    /// <summary>Ends all connections; new ones are ended at once.</summary>
    public void Cut() => Interlocked.Exchange(ref _connected, null)?.Cancel();

    /// <summary>New connections are passed on again.</summary>
    public void Mend() => Interlocked.CompareExchange(ref _connected, new CancellationTokenSource(), null);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
        _connected?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                if (Volatile.Read(ref _connected) is { } connected)
                {
                    _connections.Add(PassOnAsync(client, connected.Token));
                }
                else
                {
                    client.Dispose();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task PassOnAsync(TcpClient accepted, CancellationToken cut)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cut, _stopping.Token);
        using var client = accepted;
        using var server = new TcpClient { NoDelay = true };
        try
        {
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _target, ended.Token);
            var onTheirWay = Channel.CreateUnbounded<(long Sent, TimeSpan Delay, byte[] Bytes)>();
            var taking = TakeAsync(server.GetStream(), onTheirWay.Writer, ended.Token);
            await Task.WhenAny(
                CopyAsync(client.GetStream(), server.GetStream(), ended.Token),
                HandOverAsync(onTheirWay.Reader, client.GetStream(), ended.Token));
            await ended.CancelAsync();
            await taking;
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // One end has gone; the other hears of it as both are closed.
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationToken ended)
    {
        try
        {
            await from.CopyToAsync(to, ended);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // As above.
        }
    }

    private async Task TakeAsync(NetworkStream server, ChannelWriter<(long Sent, TimeSpan Delay, byte[] Bytes)> taken, CancellationToken ended)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await server.ReadAsync(buffer, ended) is var length and > 0)
            {
                Interlocked.Add(ref _bytesFromServer, length);
                taken.TryWrite((TimeProvider.System.GetTimestamp(), Delay, buffer[..length]));
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // As above.
        }

        taken.Complete();
    }

    private static async Task HandOverAsync(ChannelReader<(long Sent, TimeSpan Delay, byte[] Bytes)> taken, NetworkStream client, CancellationToken ended)
    {
        try
        {
            await foreach (var (sent, delay, bytes) in taken.ReadAllAsync(ended))
            {
                if (delay - TimeProvider.System.GetElapsedTime(sent) is var left && left > TimeSpan.Zero)
                {
                    await Task.Delay(left, TimeProvider.System, ended);
                }

                await client.WriteAsync(bytes, ended);
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // As above.
        }
    }

    private static bool IsEnd(Exception exception) => exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException;
}
