using System.Diagnostics;
using System.Reflection;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

/// <summary>The sample server as a process of its own, with exactly the variables a test gives it.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private static readonly string Program = typeof(SampleServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Server").Value!;
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(30);

    private readonly Recording<string> _lines = new();
    private readonly Process _process;

    private SampleServer(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, output) => Record(output.Data);
        _process.ErrorDataReceived += (_, output) => Record(output.Data);
    }

    /// <summary>What it printed so far, on both streams.</summary>
    public IReadOnlyList<string> Lines => _lines.Items;

    public static SampleServer Start(IReadOnlyDictionary<string, string> variables, params string[] arguments) => StartWithInput(variables, null, arguments);

    /// <param name="variables">Its environment.</param>
    /// <param name="input">What is piped into it; null: the test's own input.</param>
    /// <param name="arguments">Its command line.</param>
    public static SampleServer StartWithInput(IReadOnlyDictionary<string, string> variables, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME" or "DOTNET_ROOT" or "TMPDIR")).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var server = new SampleServer(start);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        if (input is not null)
        {
            using var pipe = server._process.StandardInput;
            pipe.Write(input);
        }

        return server;
    }

    public async Task<string> WaitForLineAsync(string text)
    {
        var lines = await _lines.WaitForAsync(
            lines => lines.Any(line => line.Contains(text, StringComparison.Ordinal)), $"a line with '{text}'", ExitTimeout, TestContext.Current.CancellationToken);
        return lines.First(line => line.Contains(text, StringComparison.Ordinal));
    }

    public void Terminate() => LinuxProcess.Send(_process.Id, Signal.Terminate);

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(ExitTimeout);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Record(string? line)
    {
        if (line is not null)
        {
            _lines.Add(line);
        }
    }
}
