using NodaTime;

namespace RenderSignal;

/// <summary>When mails were sent, during the last hour.</summary>
internal sealed class SendTimes(IClock clock) : IJournalState<SendLine>
{
    private readonly List<Instant> _times = [];

    public int Count => _times.Count;

    public IEnumerable<SendLine> Lines => _times.Select(at => new SendLine { At = at });

    public int CountSince(Instant since) => _times.Count(at => at >= since);

    public void Apply(SendLine line) => _times.Add(line.At);

    public void Prune()
    {
        var oldest = clock.GetCurrentInstant() - Duration.FromHours(1);
        _times.RemoveAll(at => at < oldest);
    }
}
