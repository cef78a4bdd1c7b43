namespace RenderSignal;

/// <summary>Where the stores keep their journals.</summary>
internal interface IJournals
{
    /// <summary>Whether they outlive the process.</summary>
    bool AreDurable { get; }

    /// <summary>The journal of this name. To be asked for once; nothing is read before its first use.</summary>
    IJournal<TState, TLine> Open<TState, TLine>(string name, Func<TState> empty)
        where TState : class, IJournalState<TLine>;
}
