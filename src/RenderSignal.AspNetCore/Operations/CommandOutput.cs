using System.Text;

namespace RenderSignal.AspNetCore;

/// <summary>
/// The file that a command writes to. Not a pipe: a command that restarts this server lives on after it, and would be ended by its next
/// word into a pipe that nobody reads.
/// </summary>
internal static class CommandOutput
{
    private const int MaxOctets = 4096;
    private const int MaxLines = 20;

    /// <summary>Empties the file; on Unix only its owner may read it.</summary>
    public static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }

    /// <summary>Its last lines, indented, so that none passes for a line of the log.</summary>
    public static string ReadEnd(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(-Math.Min(MaxOctets, stream.Length), SeekOrigin.End);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return lines.Length == 0 ? "it wrote nothing" : string.Concat(lines.TakeLast(MaxLines).Select(line => $"\n    {PrintableText.For(line, MaxOctets)}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"what it wrote cannot be read: {exception.Message}";
        }
    }
}
