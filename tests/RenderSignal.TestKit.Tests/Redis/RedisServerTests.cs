using System.Net.Sockets;

namespace RenderSignal.TestKit.Tests;

public class RedisServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_stops_and_starts_again_empty_on_the_same_port()
    {
        await using var server = await RedisServer.StartAsync(Token);
        Assert.Equal("OK", await server.AskAsync("SET", "key", "value"));
        Assert.Equal("1", await server.AskAsync("EXISTS", "key"));

        await server.StopAsync();
        Assert.True(await Record.ExceptionAsync(() => server.AskAsync("PING")) is SocketException or IOException);

        await server.StartAgainAsync(Token);
        Assert.Equal("0", await server.AskAsync("EXISTS", "key"));
    }

    [Fact]
    public async Task One_that_keeps_its_data_has_it_after_a_kill()
    {
        await using var server = await RedisServer.StartAsync(keepsData: true, Token);
        Assert.Equal("OK", await server.AskAsync("SET", "key", "value"));

        await server.KillAsync();
        Assert.True(await Record.ExceptionAsync(() => server.AskAsync("PING")) is SocketException or IOException);

        await server.StartAgainAsync(Token);
        Assert.Equal("1", await server.AskAsync("EXISTS", "key"));
    }

    [Fact]
    public async Task While_it_stands_still_it_answers_nothing_and_then_what_was_asked()
    {
        await using var server = await RedisServer.StartAsync(Token);

        server.Pause();
        var answer = server.AskAsync("PING");
        await Assert.ThrowsAsync<TimeoutException>(() => answer.WaitAsync(TimeSpan.FromMilliseconds(100), Token));

        server.Resume();
        Assert.Equal("PONG", await answer);
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        var servers = await Task.WhenAll(RedisServer.StartAsync(Token), RedisServer.StartAsync(Token));
        await using var first = servers[0];
        await using var second = servers[1];

        await first.AskAsync("SET", "key", "value");

        Assert.Equal("0", await second.AskAsync("EXISTS", "key"));
    }

    [Fact]
    public async Task An_error_is_thrown_and_a_text_is_answered_whole()
    {
        await using var server = await RedisServer.StartAsync(Token);

        await server.AskAsync("SET", "key", "two words");

        Assert.Equal("two words", await server.AskAsync("GET", "key"));
        Assert.Equal("", await server.AskAsync("GET", "another"));
        Assert.Contains("WRONGTYPE", (await Assert.ThrowsAsync<InvalidOperationException>(() => server.AskAsync("HGETALL", "key"))).Message, StringComparison.Ordinal);
    }
}
