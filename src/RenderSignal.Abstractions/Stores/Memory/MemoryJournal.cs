namespace RenderSignal;

internal sealed class MemoryJournal<TState, TLine>(Func<TState> empty) : IJournal<TState, TLine>
    where TState : class, IJournalState<TLine>
{
    private const int Slack = 1000;

    private readonly Lock _sync = new();
    private readonly TState _state = empty();
    private int _pruneAt = Slack;

    public Task<TResult> ReadAsync<TResult>(Func<TState, TResult> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_sync)
        {
            return Task.FromResult(read(_state));
        }
    }

    public Task AppendAsync(TLine line, CancellationToken cancellationToken) => AppendAsync<bool>(_ => ([line], true), cancellationToken);

    public Task<TResult> AppendAsync<TResult>(
        Func<TState, (IReadOnlyCollection<TLine> Lines, TResult Result)> decide, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_sync)
        {
            var (lines, result) = decide(_state);
            foreach (var line in lines)
            {
                _state.Apply(line);
            }

            if (_state.Count >= _pruneAt)
            {
                _state.Prune();
                _pruneAt = (2 * _state.Count) + Slack;
            }

            return Task.FromResult(result);
        }
    }
}
