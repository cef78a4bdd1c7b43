using System.Collections.Concurrent;

namespace RenderSignal;

/// <summary>Keys that end with the process, and with them all sessions.</summary>
internal sealed class MemoryKeyRingStore : IKeyRingStore
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);

    public IReadOnlyList<string> ReadAll() => [.. _keys.Values];

    public void Write(string name, string xml) => _keys[name] = xml;
}
