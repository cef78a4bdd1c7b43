using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Runs commands of the operator's, each once at a time. They live on when this process ends: that may be their very purpose.</summary>
internal sealed class ServerCommands(IOptions<RenderSignalOptions> options, ILogger<ServerCommands> logger)
{
    // Redirected by the shell, so that the command's own redirections and quotes mean what they mean in a terminal. A terminal that
    // closes with this process must not take the command along.
    private const string ShellScript = """trap '' HUP; exec /bin/sh -c "$1" >"$2" 2>&1 </dev/null""";

    private readonly ConcurrentDictionary<string, bool> _running = new();

    /// <param name="variable">The variable that holds the command: what messages call it by, and its output's file.</param>
    /// <param name="command">For the system's shell.</param>
    /// <returns>False while it still runs from an earlier call.</returns>
    /// <exception cref="IOException">It could not be started.</exception>
    public bool TryStart(string variable, string command)
    {
        if (!_running.TryAdd(variable, true))
        {
            return false;
        }

        try
        {
            var output = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, $"{variable.ToLowerInvariant()}.log"));
            CommandOutput.Create(output);
            var process = Process.Start(Describe(command, output))!;
            OperationsLog.CommandStarted(logger, variable, output);
            _ = FollowAsync(variable, process, output);
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or UnauthorizedAccessException)
        {
            _running.TryRemove(variable, out _);
            throw new IOException($"{variable} could not be started: {exception.Message}", exception);
        }
    }

    private static ProcessStartInfo Describe(string command, string output) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo("cmd.exe", $"/d /s /c \"({command}) > \"{output}\" 2>&1 < nul\"") { CreateNoWindow = true }
        : new ProcessStartInfo("/bin/sh", ["-c", ShellScript, "sh", command, output]);

    private async Task FollowAsync(string variable, Process process, string output)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            var end = CommandOutput.ReadEnd(output);
            _running.TryRemove(variable, out _);
            if (process.ExitCode == 0)
            {
                OperationsLog.CommandSucceeded(logger, variable, end);
            }
            else
            {
                OperationsLog.CommandFailed(logger, variable, process.ExitCode, end);
            }
        }
    }
}
