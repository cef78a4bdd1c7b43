namespace RenderSignal;

/// <summary>What the lines of a journal add up to.</summary>
internal interface IJournalState<TLine>
{
    /// <summary>How many lines would say the same.</summary>
    int Count { get; }

    /// <summary>As few lines as say the same, in an order that can be applied again.</summary>
    IEnumerable<TLine> Lines { get; }

    /// <summary>Applies a line; a later line wins over an earlier one.</summary>
    void Apply(TLine line);

    /// <summary>Forgets what has expired.</summary>
    void Prune();
}
