namespace RenderSignal.Chaos.Tests;

/// <summary>A receiver that takes its time, and now and then fails: of a hundred requests one is refused and one gets no answer.</summary>
internal sealed class MoodyAnswers(Random random)
{
    private const double MeanMilliseconds = 15;
    private const double LongestMilliseconds = 100;

    private readonly Lock _lock = new();

    public async Task<ReceiverAnswer> AnswerAsync(string subject)
    {
        var (delay, answer) = Draw();
        await Task.Delay(delay, TimeProvider.System, CancellationToken.None);
        return answer;
    }

    private (TimeSpan Delay, ReceiverAnswer Answer) Draw()
    {
        lock (_lock)
        {
            // Mostly a few milliseconds, seldom a hundred.
            var delay = Math.Clamp(-MeanMilliseconds * Math.Log(1 - random.NextDouble()), 1, LongestMilliseconds);
            return (TimeSpan.FromMilliseconds(delay), random.Next(100) switch
            {
                0 => ReceiverAnswer.Refused,
                1 => ReceiverAnswer.Cut,
                _ => ReceiverAnswer.Accepted,
            });
        }
    }
}
