using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// What Redis has still to be told, oldest first, in a file of one JSON object a line. An entry is on the disk before
/// <see cref="Append"/> returns; what Redis has is gone from the file before <see cref="Remove"/> returns, for to repeat
/// it later would undo what other servers did since. A crash between the two repeats no more than one batch, at the next start.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="logger">Hears of lines that cannot be read.</param>
/// <param name="mayRepeat">Whether to repeat an entry does no harm, so that the file need not be rewritten before it can go.</param>
internal sealed class PendingJournal(string path, ILogger<PendingJournal> logger, bool mayRepeat = false)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(PendingKind, string), (PendingEntry Last, int Count)> _subjects = [];
    private List<PendingEntry>? _entries;
    private long _end;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return Entries().Count == 0;
            }
        }
    }

    /// <summary>The newest entry about something: of an id that was forgotten and is done again the last word counts.</summary>
    /// <param name="kind">Any kind of entry about it.</param>
    /// <param name="value">The email id, the group or the key of a retry.</param>
    public PendingEntry? FindLast(PendingKind kind, string value)
    {
        lock (_gate)
        {
            Entries();
            return _subjects.TryGetValue(SubjectOf(kind, value), out var subject) ? subject.Last : null;
        }
    }

    public void Append(PendingEntry entry)
    {
        lock (_gate)
        {
            var entries = Entries();
            var line = Encoding.UTF8.GetBytes(entry.ToLine() + "\n");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var file = OwnFile.Open(path, FileMode.OpenOrCreate);

            // What is behind the last whole line was torn by a crash or a full disk.
            file.SetLength(_end);
            file.Position = _end;
            file.Write(line);
            file.Flush(flushToDisk: true);
            _end = file.Position;
            entries.Add(entry);
            Index(entry);
        }
    }

    /// <summary>The oldest entries.</summary>
    public List<PendingEntry> Peek(int count)
    {
        lock (_gate)
        {
            return [.. Entries().Take(count)];
        }
    }

    /// <summary>Removes the oldest entries: Redis has them.</summary>
    public void Remove(int count)
    {
        lock (_gate)
        {
            var entries = Entries();
            if (count == entries.Count)
            {
                File.Delete(path);
                _end = 0;
            }
            else if (count > 0 && !mayRepeat)
            {
                TryKeepOnly(entries.Skip(count));
            }

            entries.Take(count).ToList().ForEach(Unindex);
            entries.RemoveRange(0, count);
        }
    }

    private void TryKeepOnly(IEnumerable<PendingEntry> rest)
    {
        var temporary = path + ".tmp";
        try
        {
            long end;
            using (var file = OwnFile.Open(temporary, FileMode.Create))
            {
                foreach (var entry in rest)
                {
                    file.Write(Encoding.UTF8.GetBytes(entry.ToLine() + "\n"));
                }

                file.Flush(flushToDisk: true);
                end = file.Position;
            }

            File.Move(temporary, path, overwrite: true);
            _end = end;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk is no outage of Redis. The file has more than is pending until it is written or deleted the next time.
        }
    }

    private List<PendingEntry> Entries()
    {
        if (_entries is not null)
        {
            return _entries;
        }

        ReadOnlySpan<byte> rest = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var entries = new List<PendingEntry>();
        for (var number = 1; rest.IndexOf((byte)'\n') is var length and >= 0; number++)
        {
            Read(rest[..length], number, entries);
            _end += length + 1;
            rest = rest[(length + 1)..];
        }

        entries.ForEach(Index);
        return _entries = entries;
    }

    private static (PendingKind Kind, string Value) SubjectOf(PendingKind kind, string value) =>
        (kind == PendingKind.ForgetEmail ? PendingKind.Email : kind, value);

    private void Index(PendingEntry entry)
    {
        var subject = SubjectOf(entry.Kind, entry.Value);
        _subjects[subject] = (entry, _subjects.GetValueOrDefault(subject).Count + 1);
    }

    private void Unindex(PendingEntry entry)
    {
        var subject = SubjectOf(entry.Kind, entry.Value);
        if (_subjects[subject] is { Count: > 1 } several)
        {
            _subjects[subject] = several with { Count = several.Count - 1 };
        }
        else
        {
            _subjects.Remove(subject);
        }
    }

    private void Read(ReadOnlySpan<byte> line, int number, List<PendingEntry> entries)
    {
        try
        {
            entries.Add(PendingEntry.FromLine(line));
        }
        catch (JsonException)
        {
            logger.LineUnreadable(path, number);
        }
    }
}
