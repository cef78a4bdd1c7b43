using System.Buffers;
using System.Globalization;
using NodaTime;

namespace RenderSignal;

/// <summary>The ids of the mails that are done. An id in the usual form, 32 hex digits, takes 16 bytes: a million of them must fit.</summary>
internal sealed class ProcessedIds(IClock clock, Duration retention) : IJournalState<IdLine>
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly Dictionary<UInt128, long> _hashes = [];
    private readonly Dictionary<string, long> _others = new(StringComparer.Ordinal);

    public int Count => _hashes.Count + _others.Count;

    public IEnumerable<IdLine> Lines =>
        _hashes.Select(entry => Line(Text(entry.Key), entry.Value))
            .Concat(_others.Select(entry => Line(entry.Key, entry.Value)));

    public bool Contains(string id) =>
        (TryHash(id, out var hash) ? _hashes.TryGetValue(hash, out var at) : _others.TryGetValue(id, out at)) && at > Oldest();

    /// <summary>The ids that were done at an instant, to the second, or later.</summary>
    public IReadOnlyList<EmailIdEntry> Since(Instant since)
    {
        var oldest = Math.Max(Oldest() + 1, since == Instant.MinValue ? long.MinValue : since.ToUnixTimeSeconds());
        return
        [
            .. _hashes.Where(entry => entry.Value >= oldest).Select(entry => Entry(Text(entry.Key), entry.Value)),
            .. _others.Where(entry => entry.Value >= oldest).Select(entry => Entry(entry.Key, entry.Value)),
        ];
    }

    public void Apply(IdLine line)
    {
        if (TryHash(line.Id, out var hash))
        {
            Apply(_hashes, hash, line);
        }
        else
        {
            Apply(_others, line.Id, line);
        }
    }

    public void Prune()
    {
        var oldest = Oldest();
        Prune(_hashes, oldest);
        Prune(_others, oldest);
    }

    private long Oldest() => (clock.GetCurrentInstant() - retention).ToUnixTimeSeconds();

    private static void Apply<TKey>(Dictionary<TKey, long> times, TKey key, IdLine line)
        where TKey : notnull
    {
        if (line.IsForgotten)
        {
            times.Remove(key);
        }
        else
        {
            times[key] = line.At.ToUnixTimeSeconds();
        }
    }

    private static void Prune<TKey>(Dictionary<TKey, long> times, long oldest)
        where TKey : notnull
    {
        // Removing does not disturb the enumeration of a Dictionary.
        foreach (var (key, at) in times)
        {
            if (at <= oldest)
            {
                times.Remove(key);
            }
        }
    }

    private static string Text(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);

    private static EmailIdEntry Entry(string id, long at) => new(id, Instant.FromUnixTimeSeconds(at));

    private static IdLine Line(string id, long at) => new() { Id = id, At = Instant.FromUnixTimeSeconds(at) };

    // Upper case is another id, and would come back in lower case.
    private static bool TryHash(string id, out UInt128 hash)
    {
        hash = default;
        return id.Length == 32
            && !id.AsSpan().ContainsAnyExcept(HexDigits)
            && UInt128.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash);
    }
}
