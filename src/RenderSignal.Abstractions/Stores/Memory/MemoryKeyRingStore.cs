using System.Collections.Concurrent;

namespace RenderSignal;

/// <summary>Keys that end with the process, and with them all sessions.</summary>
internal sealed class MemoryKeyRingStore : IKeyRingStore
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> ReadAll() => _keys.ToDictionary(StringComparer.Ordinal);

    public void Write(string name, string xml)
    {
        KeyName.ThrowIfNone(name);
        _keys[name] = xml;
    }
}
