namespace RenderSignal;

/// <summary>How a part of RenderSignal fares.</summary>
public enum ComponentState
{
    /// <summary>It works: the last thing it did succeeded.</summary>
    Working,

    /// <summary>It has nothing to do: not tried yet, switched off, or another process does it. <see cref="ComponentStatus.Note"/> says which.</summary>
    Resting,

    /// <summary>It fails: the last thing it did went wrong.</summary>
    Failing,
}
