using System.Diagnostics;

namespace RenderSignal.TestKit;

/// <summary>A program as a process of its own, with exactly the variables a test gives it; what it prints is recorded.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>What a program needs of the test's own environment to run at all.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"];

    private readonly Recording<string> _lines = new();
    private readonly Process _process;
    private readonly Action<string>? _onLine;

    private RunningProgram(ProcessStartInfo start, Action<string>? onLine)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, output) => Record(output.Data);
        _process.ErrorDataReceived += (_, output) => Record(output.Data);
        _onLine = onLine;
    }

    public int ProcessId => _process.Id;

    /// <summary>What it printed so far, on both streams.</summary>
    public IReadOnlyList<string> Lines => _lines.Items;

    /// <param name="file">The program.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="variables">Its environment.</param>
    /// <param name="input">What is piped into it; null: the test's own input.</param>
    /// <param name="onLine">Called with each line it prints, on any thread.</param>
    public static RunningProgram Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, string? input = null, Action<string>? onLine = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Except(Inherited).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var program = new RunningProgram(start, onLine);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        if (input is not null)
        {
            using var pipe = program._process.StandardInput;
            pipe.Write(input);
        }

        return program;
    }

    /// <returns>The first line that has the text.</returns>
    /// <exception cref="TimeoutException">There was none within 30 s; the message has what was printed.</exception>
    public async Task<string> WaitForLineAsync(string text)
    {
        var lines = await _lines.WaitForAsync(
            lines => lines.Any(line => line.Contains(text, StringComparison.Ordinal)), $"a line with '{text}'", Timeout, CancellationToken.None);
        return lines.First(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>SIGTERM: asks it to end.</summary>
    public void Terminate() => LinuxProcess.Send(_process.Id, Signal.Terminate);

    /// <summary>SIGSTOP: it stands still where it is, and knows nothing of it.</summary>
    public void Pause() => LinuxProcess.Send(_process.Id, Signal.Stop);

    /// <summary>SIGCONT: it goes on where it stood still.</summary>
    public void Resume() => LinuxProcess.Send(_process.Id, Signal.Continue);

    /// <summary>SIGKILL, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">It runs still after 30 s.</exception>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(Timeout);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Record(string? line)
    {
        if (line is not null)
        {
            _onLine?.Invoke(line);
            _lines.Add(line);
        }
    }
}
