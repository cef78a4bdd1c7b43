using NodaTime;

namespace RenderSignal;

/// <summary>The subject groups of which a mail was sent.</summary>
internal sealed class ProcessedGroups(IClock clock, Duration retention) : IJournalState<GroupLine>
{
    private readonly Dictionary<string, GroupLine> _groups = new(StringComparer.Ordinal);

    public int Count => _groups.Count;

    public IEnumerable<GroupLine> Lines => _groups.Values;

    public bool Contains(string group) => _groups.TryGetValue(group, out var line) && IsAlive(line);

    public IReadOnlyList<SubjectGroupEntry> Since(Instant since) =>
    [
        .. _groups.Values.Where(line => line.At >= since && IsAlive(line)).Select(line => new SubjectGroupEntry(line.Group, line.At, line.Until)),
    ];

    public void Apply(GroupLine line) => _groups[line.Group] = line;

    public void Prune()
    {
        foreach (var (group, line) in _groups)
        {
            if (!IsAlive(line))
            {
                _groups.Remove(group);
            }
        }
    }

    private bool IsAlive(GroupLine line) => clock.GetCurrentInstant() < (line.Until ?? line.At + retention);
}
