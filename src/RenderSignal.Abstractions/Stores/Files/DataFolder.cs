using Microsoft.Extensions.Options;

namespace RenderSignal;

/// <summary>The folder that <c>RENDERSIGNAL_DATA</c> names.</summary>
internal sealed class DataFolder(IOptions<RenderSignalOptions> options) : IDisposable
{
    private readonly string _path = Path.GetFullPath(options.Value.DataDirectory);
    private readonly Lock _sync = new();
    private FileStream? _claim;

    public bool Exists => Directory.Exists(_path);

    public string PathOf(string fileName) => Path.Combine(_path, fileName);

    /// <summary>
    /// Makes the journals in it this process's own until it ends. A file of its own says so, because a lock on a journal itself
    /// would keep people from reading it, and would be left behind when a compacted file takes its place.
    /// </summary>
    /// <exception cref="IOException">Another process has them, or the folder cannot be written.</exception>
    public void Claim()
    {
        lock (_sync)
        {
            _claim ??= Write(() => DataFile.TryLock(PathOf("journals.lock"))) ?? throw new IOException(
                $"Another process keeps its state in {_path}. Set RENDERSIGNAL_DATA to a folder of its own for each process, or stop the other one.");
        }
    }

    /// <summary>Creates the folder if need be and runs something that writes in it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public T Write<T>(Func<T> write)
    {
        try
        {
            Directory.CreateDirectory(_path);
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The data folder {_path} cannot be written: {e.Message} Set RENDERSIGNAL_DATA to a folder that this process may write to.", e);
        }
    }

    public void Dispose() => _claim?.Dispose();
}
