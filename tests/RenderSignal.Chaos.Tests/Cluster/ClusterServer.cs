using RenderSignal.TestKit;

namespace RenderSignal.Chaos.Tests;

/// <summary>One of several servers: a process that can be ended, stopped and started again with the same data folder.</summary>
/// <param name="name">What the journal calls it.</param>
/// <param name="variables">Its environment.</param>
/// <param name="journal">Has what it prints.</param>
/// <param name="proxy">What stands before its Redis; null: nothing.</param>
internal sealed class ClusterServer(string name, IReadOnlyDictionary<string, string> variables, Journal journal, TcpProxy? proxy) : IAsyncDisposable
{
    private RunningProgram? _program;

    public string Name => name;

    /// <summary>What stands before its Redis.</summary>
    public TcpProxy Proxy => proxy ?? throw new InvalidOperationException("The plan has no proxies.");

    /// <summary>Somebody who uses its pages and its API.</summary>
    public ServerClient Client { get; } = new(new Uri(variables["ASPNETCORE_URLS"]));

    public bool IsRunning => _program is not null;

    /// <summary>Whoever ends or stops it takes it first.</summary>
    public Turn Turn { get; } = new();

    public void Start()
    {
        _program = SampleServer.Start(variables, line => journal.Add(name, line));
        journal.Add(Journal.Script, $"{name} is started, process {_program.ProcessId}");
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        journal.Add(Journal.Script, $"{name} is killed");
        await EndAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        // Before that nobody listens to the signal, and the system ends the process.
        await _program!.WaitForLineAsync("Application started");
        journal.Add(Journal.Script, $"{name} is told to end");
        _program.Terminate();
        var code = await _program.WaitForExitAsync();
        journal.Add(Journal.Script, $"{name} has ended with exit code {code}");
        await EndAsync();
        return code;
    }

    /// <summary>SIGSTOP.</summary>
    public void Pause()
    {
        journal.Add(Journal.Script, $"{name} is stopped");
        _program!.Pause();
    }

    /// <summary>SIGCONT.</summary>
    public void Resume()
    {
        journal.Add(Journal.Script, $"{name} is continued");
        _program!.Resume();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Client.Dispose();
        await (proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task EndAsync()
    {
        if (Interlocked.Exchange(ref _program, null) is { } program)
        {
            await program.DisposeAsync();
        }
    }
}
