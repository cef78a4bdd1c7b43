using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

/// <summary>A way to a Redis on which answers take as long as a test wants.</summary>
internal sealed class SlowRelay : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly RedisServer _redis;
    private readonly TcpListener _listener;
    private readonly Task _accepting;
    private long _delayTicks;

    public SlowRelay(RedisServer redis)
    {
        _redis = redis;
        _listener = new TcpListener(IPAddress.Loopback, FreePort.Next());
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string ConnectionString => _listener.LocalEndpoint.ToString()!;

    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll([_accepting, .. _connections]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            _connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        {
            using var server = new TcpClient();
            await server.ConnectAsync(_redis.Host, _redis.Port, _stopping.Token);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream(), _stopping.Token),
                CopySlowlyAsync(server.GetStream(), client.GetStream()));
        }
    }

    private async Task CopySlowlyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer, _stopping.Token) is var length and > 0)
        {
            await Task.Delay(Delay, TimeProvider.System, _stopping.Token);
            await to.WriteAsync(buffer.AsMemory(0, length), _stopping.Token);
        }
    }
}
