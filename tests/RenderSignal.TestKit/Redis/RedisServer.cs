using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>Debian's redis-server, empty, in a folder and on a port of its own. It writes nothing to disk.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _program = ServerProcess.Find("redis-server", "redis-server");
    private readonly TempFolder _folder = new();
    private ServerProcess? _process;

    private RedisServer()
    {
    }

    /// <summary>127.0.0.1.</summary>
    public string Host => "127.0.0.1";

    public int Port { get; } = FreePort.Next();

    /// <summary><c>127.0.0.1:PORT</c>, as StackExchange.Redis takes it.</summary>
    public string ConnectionString => $"{Host}:{Port}";

    /// <summary>Starts the server and waits until it answers, some tens of milliseconds.</summary>
    /// <exception cref="FileNotFoundException">redis-server is not installed.</exception>
    public static async Task<RedisServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new RedisServer();
        try
        {
            await server.StartAgainAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the stopped server on the same port. It is empty again.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("Redis is running already.");
        }

        _process = await ServerProcess.StartAsync(
            _program,
            [
                "--bind", Host, "--port", Port.ToString(CultureInfo.InvariantCulture), "--dir", _folder.FullPath,
                "--save", "", "--appendonly", "no", "--daemonize", "no",
            ],
            _folder.File("redis.log"),
            AnswersAsync,
            cancellationToken);
    }

    /// <summary>Ends the server and all connections to it.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            await process.StopAsync(Signal.Terminate);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Host, Port, cancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellationToken) == "+PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
