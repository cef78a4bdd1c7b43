using NodaTime;

namespace RenderSignal;

/// <summary>When mails were sent, during the last hour: of each mail the newest send.</summary>
internal sealed class SendTimes(IClock clock) : IJournalState<SendLine>
{
    private readonly Dictionary<string, Instant> _times = [];

    public int Count => _times.Count;

    public IEnumerable<SendLine> Lines => _times.Select(send => new SendLine { Id = send.Key, At = send.Value });

    public int CountSince(Instant since) => _times.Values.Count(at => at >= since);

    public IReadOnlyList<SendEntry> Since(Instant since) =>
        [.. _times.Where(send => send.Value >= since).Select(send => new SendEntry(send.Key, send.Value))];

    /// <summary>Whether a send at this time, or a later one, is known.</summary>
    public bool Knows(string id, Instant at) => _times.TryGetValue(id, out var known) && known >= at;

    public void Apply(SendLine line)
    {
        if (!Knows(line.Id, line.At))
        {
            _times[line.Id] = line.At;
        }
    }

    public void Prune()
    {
        var oldest = clock.GetCurrentInstant() - Duration.FromHours(1);
        foreach (var (id, at) in _times)
        {
            if (at < oldest)
            {
                _times.Remove(id);
            }
        }
    }
}
