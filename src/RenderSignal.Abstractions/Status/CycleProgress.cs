namespace RenderSignal;

/// <summary>How far a running cycle is.</summary>
/// <param name="Done">The mails that are decided.</param>
/// <param name="Total">The mails that were found.</param>
public readonly record struct CycleProgress(int Done, int Total);
