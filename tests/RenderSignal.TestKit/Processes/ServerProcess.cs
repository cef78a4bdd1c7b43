using System.Diagnostics;

namespace RenderSignal.TestKit;

/// <summary>A server that runs in the foreground as a process of ours and writes its log to one file.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private const int LogTailLength = 4_000;

    private readonly Process _process;
    private readonly string _logFile;

    private ServerProcess(Process process, string logFile)
    {
        _process = process;
        _logFile = logFile;
    }

    /// <summary>Where a server's program lies.</summary>
    /// <exception cref="FileNotFoundException">It is not installed; the message says which package has it.</exception>
    public static string Find(string program, string debianPackage)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(':', StringSplitOptions.RemoveEmptyEntries).Append("/usr/sbin").Append("/usr/local/sbin")
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{program} is not installed. Run: apt-get install {debianPackage}");
    }

    /// <summary>Starts the program and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended or was not ready in time; the message has the end of its log.</exception>
    public static async Task<ServerProcess> StartAsync(
        string program,
        IEnumerable<string> arguments,
        string logFile,
        Func<CancellationToken, Task<bool>> isReady,
        CancellationToken cancellationToken)
    {
        // The shell becomes the program (exec keeps the process id); it is there to send the output to a file.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", logFile, program, .. arguments]);
        var server = new ServerProcess(Process.Start(start)!, logFile);
        try
        {
            var ready = await Polling.UntilAsync(
                async token => server._process.HasExited || await isReady(token), StartTimeout, cancellationToken);
            if (server._process.HasExited)
            {
                throw server.Failure($"ended with exit code {server._process.ExitCode} while starting");
            }

            return ready ? server : throw server.Failure($"was not ready after {StartTimeout.TotalSeconds} s");
        }
        catch
        {
            await server.StopAsync(Signal.Kill);
            throw;
        }
    }

    /// <summary>An exception that ends with the last lines of the server's log.</summary>
    public InvalidOperationException Failure(string what, Exception? cause = null)
    {
        var log = File.Exists(_logFile) ? File.ReadAllText(_logFile) : "";
        return new InvalidOperationException(
            $"{Path.GetFileName(_logFile)}: the server {what}. The end of its log:\n{log[Math.Max(0, log.Length - LogTailLength)..]}",
            cause);
    }

    /// <summary>Sends a signal that does not end the process.</summary>
    public void Send(Signal signal) => LinuxProcess.Send(_process.Id, signal);

    /// <summary>Ends the process by a signal and its children by <see cref="Signal.Terminate"/>, or all with force.</summary>
    public async Task StopAsync(Signal signal)
    {
        using (_process)
        {
            var children = LinuxProcess.ChildrenOf(_process.Id);
            int[] family = [_process.Id, .. children];
            if (!_process.HasExited)
            {
                LinuxProcess.Send(_process.Id, signal);
                // One that stands still acts on a signal only when it goes on.
                LinuxProcess.Send(_process.Id, Signal.Continue);
            }

            SendToRunning(children, Signal.Terminate);
            if (!await HaveEndedAsync(family))
            {
                SendToRunning(family, Signal.Kill);
                await HaveEndedAsync(family);
            }
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(Signal.Terminate);

    private static void SendToRunning(int[] processes, Signal signal)
    {
        foreach (var process in processes.Where(LinuxProcess.IsRunning))
        {
            LinuxProcess.Send(process, signal);
        }
    }

    private static Task<bool> HaveEndedAsync(int[] family) =>
        Polling.UntilAsync(_ => Task.FromResult(!family.Any(LinuxProcess.IsRunning)), StopTimeout, CancellationToken.None);
}
