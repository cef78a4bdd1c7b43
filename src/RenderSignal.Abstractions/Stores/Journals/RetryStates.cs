using NodaTime;

namespace RenderSignal;

/// <summary>What must not be tried again yet.</summary>
internal sealed class RetryStates(IClock clock, Duration retention) : IJournalState<RetryLine>
{
    private readonly Dictionary<string, RetryState> _states = new(StringComparer.Ordinal);

    public int Count => _states.Count;

    public IEnumerable<RetryLine> Lines => _states.Select(entry => RetryLine.For(entry.Key, entry.Value));

    public RetryState? Find(string key) => _states.TryGetValue(key, out var state) && IsAlive(state) ? state : null;

    /// <summary>Those whose pause ends at an instant or later: whatever was set since then is among them.</summary>
    public IReadOnlyList<RetryEntry> Since(Instant since) =>
    [
        .. _states.Where(entry => entry.Value.NotBefore >= since && IsAlive(entry.Value)).Select(entry => new RetryEntry(entry.Key, entry.Value)),
    ];

    public void Apply(RetryLine line)
    {
        if (line.NotBefore is { } notBefore)
        {
            _states[line.Key] = new RetryState(line.Failures, notBefore) { Since = line.Since };
        }
        else
        {
            _states.Remove(line.Key);
        }
    }

    public void Prune()
    {
        foreach (var (key, state) in _states)
        {
            if (!IsAlive(state))
            {
                _states.Remove(key);
            }
        }
    }

    private bool IsAlive(RetryState state) => clock.GetCurrentInstant() < state.NotBefore + retention;
}
