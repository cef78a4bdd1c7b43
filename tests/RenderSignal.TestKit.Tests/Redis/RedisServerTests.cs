using System.Net.Sockets;
using System.Text;

namespace RenderSignal.TestKit.Tests;

public class RedisServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_stops_and_starts_again_empty_on_the_same_port()
    {
        await using var server = await RedisServer.StartAsync(Token);
        Assert.Equal("+OK", await AskAsync(server, "SET key value"));
        Assert.Equal(":1", await AskAsync(server, "EXISTS key"));

        await server.StopAsync();
        await Assert.ThrowsAsync<SocketException>(() => AskAsync(server, "PING"));

        await server.StartAgainAsync(Token);
        Assert.Equal(":0", await AskAsync(server, "EXISTS key"));
    }

    [Fact]
    public async Task One_that_keeps_its_data_has_it_after_a_kill()
    {
        await using var server = await RedisServer.StartAsync(keepsData: true, Token);
        Assert.Equal("+OK", await AskAsync(server, "SET key value"));

        await server.KillAsync();
        await Assert.ThrowsAsync<SocketException>(() => AskAsync(server, "PING"));

        await server.StartAgainAsync(Token);
        Assert.Equal(":1", await AskAsync(server, "EXISTS key"));
    }

    [Fact]
    public async Task While_it_stands_still_it_answers_nothing_and_then_what_was_asked()
    {
        await using var server = await RedisServer.StartAsync(Token);

        server.Pause();
        var answer = AskAsync(server, "PING");
        await Assert.ThrowsAsync<TimeoutException>(() => answer.WaitAsync(TimeSpan.FromMilliseconds(100), Token));

        server.Resume();
        Assert.Equal("+PONG", await answer);
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        var servers = await Task.WhenAll(RedisServer.StartAsync(Token), RedisServer.StartAsync(Token));
        await using var first = servers[0];
        await using var second = servers[1];

        await AskAsync(first, "SET key value");

        Assert.Equal(":0", await AskAsync(second, "EXISTS key"));
    }

    private static async Task<string?> AskAsync(RedisServer server, string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), Token);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync(Token);
    }
}
