namespace RenderSignal.Chaos.Tests;

/// <summary>Something that happened in the cluster.</summary>
/// <param name="At">When, since the cluster's start.</param>
/// <param name="Source">A server's name for what it printed, else <see cref="Journal.Script"/>.</param>
/// <param name="Text">What was printed or done.</param>
internal sealed record JournalEntry(TimeSpan At, string Source, string Text)
{
    public override string ToString() => $"{At.TotalSeconds,8:0.000} {Source}: {Text}";
}
