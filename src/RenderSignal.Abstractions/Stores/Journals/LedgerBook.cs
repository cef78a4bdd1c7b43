using System.Runtime.InteropServices;
using NodaTime;

namespace RenderSignal;

/// <summary>The newest records of the ledger, one for each mail.</summary>
internal sealed class LedgerBook(int capacity) : IJournalState<LedgerRecord>
{
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<Entry> _byTime = [];
    private long _written;

    public int Count => _byId.Count;

    public IEnumerable<LedgerRecord> Lines => _byTime.Select(entry => entry.Record);

    public LedgerRecord? Find(string id) => _byId.GetValueOrDefault(id)?.Record;

    public LedgerRecord[] NewestFirst() => [.. _byTime.Reverse().Select(entry => entry.Record)];

    public IReadOnlyList<LedgerCount> CountDecided(Instant from, Instant to)
    {
        var counts = new Dictionary<(long Hour, EmailStatus Status, DecisionReason Reason), int>();
        foreach (var entry in _byTime.Reverse())
        {
            var record = entry.Record;
            if (record.DecidedAt < from)
            {
                break;
            }

            if (record.DecidedAt < to)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (HourOf(record.DecidedAt), record.Status, record.Reason), out _)++;
            }
        }

        return [.. counts.Select(count => new LedgerCount(Instant.FromUnixTimeSeconds(count.Key.Hour), count.Key.Status, count.Key.Reason, count.Value))];
    }

    public void Apply(LedgerRecord line)
    {
        // A record that only learns of another send keeps its place among those of its instant: nobody who pages through misses one.
        var number = _written++;
        if (_byId.Remove(line.Id, out var earlier))
        {
            _byTime.Remove(earlier);
            number = earlier.Record.DecidedAt == line.DecidedAt ? earlier.Number : number;
        }

        var entry = new Entry(line, number);
        _byId.Add(line.Id, entry);
        _byTime.Add(entry);
        if (_byTime.Count > capacity && _byTime.Min is { } oldest)
        {
            _byTime.Remove(oldest);
            _byId.Remove(oldest.Record.Id);
        }
    }

    public void Prune()
    {
        // Each line that exceeds the capacity has pushed another one out.
    }

    private static long HourOf(Instant instant)
    {
        var seconds = instant.ToUnixTimeSeconds();
        return seconds - (seconds % NodaConstants.SecondsPerHour);
    }

    private sealed record Entry(LedgerRecord Record, long Number) : IComparable<Entry>
    {
        public int CompareTo(Entry? other) => other is null ? 1 : (Record.DecidedAt, Number).CompareTo((other.Record.DecidedAt, other.Number));
    }
}
