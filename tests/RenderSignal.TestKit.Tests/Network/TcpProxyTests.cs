using System.Net.Sockets;

namespace RenderSignal.TestKit.Tests;

public class TcpProxyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_server_sends_comes_late_while_it_is_delayed()
    {
        await using var server = await RedisServer.StartAsync(Token);
        await using var proxy = new TcpProxy(server.Port);
        using var client = await RedisClient.ConnectAsync(proxy.Port);
        Assert.Equal("+PONG", await client.PingAsync());

        proxy.Delay = TimeSpan.FromMilliseconds(300);
        var asked = TimeProvider.System.GetTimestamp();
        Assert.Equal("+PONG", await client.PingAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.FromMilliseconds(295), TimeSpan.MaxValue);

        proxy.Delay = TimeSpan.Zero;
        Assert.Equal("+PONG", await client.PingAsync());
    }

    [Fact]
    public async Task One_that_is_cut_ends_every_connection_until_it_is_mended()
    {
        await using var server = await RedisServer.StartAsync(Token);
        await using var proxy = new TcpProxy(server.Port);
        using var client = await RedisClient.ConnectAsync(proxy.Port);
        Assert.Equal("+PONG", await client.PingAsync());

        proxy.Cut();
        Assert.Null(await client.PingAsync());
        using var second = await RedisClient.ConnectAsync(proxy.Port);
        Assert.Null(await second.PingAsync());

        proxy.Mend();
        using var third = await RedisClient.ConnectAsync(proxy.Port);
        Assert.Equal("+PONG", await third.PingAsync());
    }

    private sealed class RedisClient : IDisposable
    {
        private readonly TcpClient _client = new();
        private StreamReader? _reader;

        public static async Task<RedisClient> ConnectAsync(int port)
        {
            var client = new RedisClient();
            await client._client.ConnectAsync("127.0.0.1", port, Token);
            client._reader = new StreamReader(client._client.GetStream());
            return client;
        }

        /// <returns>Null: the connection has ended.</returns>
        public async Task<string?> PingAsync()
        {
            try
            {
                await _client.GetStream().WriteAsync("PING\r\n"u8.ToArray(), Token);
                return await _reader!.ReadLineAsync(Token);
            }
            catch (IOException)
            {
                return null;
            }
        }

        public void Dispose()
        {
            _reader?.Dispose();
            _client.Dispose();
        }
    }
}
