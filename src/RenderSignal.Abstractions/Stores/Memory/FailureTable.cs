namespace RenderSignal;

/// <summary>The failures of addresses, or of users. Not safe for concurrent use.</summary>
/// <param name="longestLock">Of each of them.</param>
internal sealed class FailureTable(TimeSpan longestLock)
{
    /// <summary>Some 2 MB.</summary>
    public const int MaxEntries = 10_000;

    private readonly Dictionary<string, FailureCount> _entries = new(StringComparer.Ordinal);

    public FailureCount Get(string key, TimeSpan now)
    {
        if (_entries.TryGetValue(key, out var known) && !known.IsForgotten(now))
        {
            return known;
        }

        if (_entries.Count >= MaxEntries)
        {
            MakeRoom(now);
        }

        return _entries[key] = new FailureCount(longestLock);
    }

    public void Forget(string key) => _entries.Remove(key);

    // Last those that are locked: else somebody could end a lock with ten thousand invented users.
    private void MakeRoom(TimeSpan now)
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.IsForgotten(now))
            {
                _entries.Remove(key);
            }
        }

        if (_entries.Count >= MaxEntries)
        {
            _entries.Remove(_entries.MinBy(entry => (entry.Value.LockedUntil, entry.Value.Last)).Key);
        }
    }
}
