using System.Security.Cryptography;
using System.Text;

namespace RenderSignal.Imap;

/// <summary>The lock that makes one process of this machine the poller. The system takes it back when the process ends, however it ends.</summary>
internal sealed class PollerLockFile : IPollerLease
{
    private readonly FileStream _file;

    private PollerLockFile(FileStream file) => _file = file;

    /// <summary>The system takes no lock away from a process that lives.</summary>
    public CancellationToken Lost => CancellationToken.None;

    /// <summary>The file that is locked: the one the options name, or one named after the mailbox, so that two mailboxes have two pollers.</summary>
    public static string PathFor(PollingOptions polling, ImapOptions imap) => polling.LockFile ?? Path.Combine(
        Path.GetTempPath(),
        $"rendersignal-poller-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(imap.MailboxAddress)))[..12]}.lock");

    /// <returns>The lock, or null while another process holds it.</returns>
    /// <exception cref="IOException">The file cannot be opened for another reason.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write the file.</exception>
    public static PollerLockFile? TryAcquire(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        try
        {
            return new PollerLockFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK of flock(2), which .NET reports with the errno as it is, elsewhere.
    private static bool IsHeld(IOException exception) => (exception.HResult & 0xFFFF) is 32 or 11 or 35;
}
