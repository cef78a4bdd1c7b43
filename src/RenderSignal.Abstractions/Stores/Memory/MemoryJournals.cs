namespace RenderSignal;

/// <summary>Journals that end with the process.</summary>
internal sealed class MemoryJournals : IJournals
{
    public bool AreDurable => false;

    public IJournal<TState, TLine> Open<TState, TLine>(string name, Func<TState> empty)
        where TState : class, IJournalState<TLine> => new MemoryJournal<TState, TLine>(empty);
}
