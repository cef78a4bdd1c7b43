using System.Globalization;
using System.Runtime.InteropServices;

namespace RenderSignal.TestKit;

/// <summary>What .NET's Process does not offer: signals, and who the children are.</summary>
internal static class LinuxProcess
{
    public static void Send(int processId, Signal signal)
    {
        const int noSuchProcess = 3;
        if (Kill(processId, (int)signal) != 0 && Marshal.GetLastPInvokeError() is var error and not noSuchProcess)
        {
            throw new InvalidOperationException(
                $"{signal} could not be sent to process {processId}: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    public static int[] ChildrenOf(int processId) =>
    [
        .. (Read($"/proc/{processId}/task/{processId}/children") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Whether it runs; one that has ended and that nobody has waited for yet does not.</summary>
    public static bool IsRunning(int processId)
    {
        if (Read($"/proc/{processId}/stat") is not { } stat)
        {
            return false;
        }

        // Of a killed process the first thread may be over before the others, which keep its ports open.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        const int state = 0;
        const int threads = 17;
        return fields[state] is not ("Z" or "X") || int.Parse(fields[threads], CultureInfo.InvariantCulture) > 1;
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // The process has gone.
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
