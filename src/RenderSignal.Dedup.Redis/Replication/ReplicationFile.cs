using System.Text.Json;

namespace RenderSignal.Dedup.Redis;

/// <summary>Keeps the <see cref="ReplicationState"/> beside the local stores; in memory when these end with the process. Safe for concurrent use.</summary>
internal sealed class ReplicationFile(string path, bool isDurable)
{
    private readonly Lock _gate = new();
    private ReplicationState? _state;

    /// <summary>A file that is missing or cannot be understood says nothing: then everything is given and taken once more.</summary>
    public ReplicationState State
    {
        get
        {
            lock (_gate)
            {
                return _state ??= Read();
            }
        }
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Update(Func<ReplicationState, ReplicationState> change)
    {
        lock (_gate)
        {
            var changed = change(State);
            if (isDurable && changed != _state)
            {
                Write(changed);
            }

            _state = changed;
        }
    }

    private ReplicationState Read()
    {
        try
        {
            return isDurable && File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ReplicationStateJson.Default.ReplicationState) ?? new()
                : new();
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return new();
        }
    }

    private void Write(ReplicationState state)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".tmp";
        using (var file = OwnFile.Open(temporary, FileMode.Create))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(state, ReplicationStateJson.Default.ReplicationState));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
