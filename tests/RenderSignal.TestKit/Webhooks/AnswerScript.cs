namespace RenderSignal.TestKit;

/// <summary>Answers in order; the last one stays.</summary>
internal sealed class AnswerScript(IReadOnlyList<Answer> answers)
{
    private int _next;

    public Answer Next() => answers[Math.Min(Interlocked.Increment(ref _next), answers.Count) - 1];
}
