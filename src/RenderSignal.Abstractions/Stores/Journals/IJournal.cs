namespace RenderSignal;

/// <summary>A state that is changed by one line at a time. Safe for concurrent use.</summary>
internal interface IJournal<TState, TLine>
    where TState : class, IJournalState<TLine>
{
    /// <summary>Looks at the state; <paramref name="read"/> must not keep it.</summary>
    Task<TResult> ReadAsync<TResult>(Func<TState, TResult> read, CancellationToken cancellationToken);

    /// <summary>Adds a line and applies it to the state. It is kept once the call has returned.</summary>
    Task AppendAsync(TLine line, CancellationToken cancellationToken);

    /// <summary>Looks at the state and adds the lines that follow from it, as one step and one write. They are kept once the call has returned.</summary>
    Task<TResult> AppendAsync<TResult>(Func<TState, (IReadOnlyCollection<TLine> Lines, TResult Result)> decide, CancellationToken cancellationToken);
}
