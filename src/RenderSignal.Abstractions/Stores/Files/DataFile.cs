namespace RenderSignal;

/// <summary>How files in the data folder are opened. On Unix only their owner may read them: they hold addresses and subjects.</summary>
internal static class DataFile
{
    public static FileStream Open(string path, FileMode mode, FileShare share, int bufferSize = 0)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Opens a file that one process at a time may have open; null while another has it.</summary>
    public static FileStream? TryLock(string path)
    {
        try
        {
            return Open(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException held) when (held.HResult is SharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            return null;
        }
    }

    /// <summary>Writes a new version of a file beside it, down to the disk. Moving it over the old one is then one step.</summary>
    /// <returns>The path of the new version.</returns>
    public static string WriteBeside(string path, Action<Stream> write)
    {
        var temporary = path + TemporarySuffix;
        using var stream = Open(temporary, FileMode.Create, FileShare.None, bufferSize: 65_536);
        write(stream);
        stream.Flush(flushToDisk: true);
        return temporary;
    }

    public const string TemporarySuffix = ".tmp";

    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
}
