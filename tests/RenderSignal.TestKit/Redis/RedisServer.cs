using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace RenderSignal.TestKit;

/// <summary>Debian's redis-server, empty, in a folder and on a port of its own.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(10);

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

    /// <summary>Gives one command, as another client than the one under test does.</summary>
    /// <param name="words">The command and its arguments.</param>
    /// <returns>The answer: a status, a number or a text; empty for none. Of an array it is only the length.</returns>
    /// <exception cref="InvalidOperationException">Redis answers with an error.</exception>
    /// <exception cref="SocketException">It is not running.</exception>
    /// <exception cref="IOException">It ended meanwhile.</exception>
    public async Task<string> AskAsync(params string[] words)
    {
        using var bounded = new CancellationTokenSource(AnswerTimeout);
        using var client = new TcpClient();
        await client.ConnectAsync(Host, Port, bounded.Token);
        var stream = client.GetStream();
        var command = $"*{words.Length}\r\n{string.Concat(words.Select(word => $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"))}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command), bounded.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadLineAsync(bounded.Token) ?? throw new IOException("Redis closed the connection.");
        return answer[0] switch
        {
            '-' => throw new InvalidOperationException($"Redis answers to {words[0]}: {answer[1..]}"),
            '$' => answer == "$-1" ? "" : await reader.ReadLineAsync(bounded.Token) ?? "",
            _ => answer[1..],
        };
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
            return await AskAsync("PING").WaitAsync(cancellationToken) == "PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException or InvalidOperationException) // the last: it loads its data
        {
            return false;
        }
    }
}
