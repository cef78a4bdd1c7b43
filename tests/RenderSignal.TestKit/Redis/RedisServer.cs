using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>Debian's redis-server, empty, in a folder and on a port of its own.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _program = ServerProcess.Find("redis-server", "redis-server");
    private readonly TempFolder _folder = new();
    private readonly bool _keepsData;
    private ServerProcess? _process;

    private RedisServer(bool keepsData) => _keepsData = keepsData;

    /// <summary>127.0.0.1.</summary>
    public string Host => "127.0.0.1";

    public int Port { get; } = FreePort.Next();

    /// <summary><c>127.0.0.1:PORT</c>, as StackExchange.Redis takes it.</summary>
    public string ConnectionString => $"{Host}:{Port}";

    /// <summary>Starts the server and waits until it answers, some tens of milliseconds.</summary>
    /// <exception cref="FileNotFoundException">redis-server is not installed.</exception>
    public static Task<RedisServer> StartAsync(CancellationToken cancellationToken = default) => StartAsync(keepsData: false, cancellationToken);

    /// <param name="keepsData">
    /// Whether it has its data again when it is started again, however it ended: what it answered to is in its file by then (a loss of
    /// power may take the last second). False: it writes nothing to disk.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <inheritdoc cref="StartAsync(CancellationToken)"/>
    public static async Task<RedisServer> StartAsync(bool keepsData, CancellationToken cancellationToken = default)
    {
        var server = new RedisServer(keepsData);
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

    /// <summary>Starts the stopped server on the same port, empty again unless it keeps its data.</summary>
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
                "--save", "", "--appendonly", _keepsData ? "yes" : "no", "--appendfsync", "everysec", "--daemonize", "no",
            ],
            _folder.File("redis.log"),
            AnswersAsync,
            cancellationToken);
    }

    /// <summary>Ends the server and all connections to it.</summary>
    public Task StopAsync() => EndAsync(Signal.Terminate);

    /// <summary>SIGKILL: it has no time to say or write anything.</summary>
    public Task KillAsync() => EndAsync(Signal.Kill);

    /// <summary>SIGSTOP: connections stay and are made, and nothing is answered.</summary>
    public void Pause() => _process?.Send(Signal.Stop);

    /// <summary>SIGCONT: it goes on, with what was asked meanwhile.</summary>
    public void Resume() => _process?.Send(Signal.Continue);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private async Task EndAsync(Signal signal)
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            await process.StopAsync(signal);
        }
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
