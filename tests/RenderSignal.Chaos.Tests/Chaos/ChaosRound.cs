namespace RenderSignal.Chaos.Tests;

/// <summary>What a round does; a seed makes the same rounds each time.</summary>
/// <param name="Batches">How many mails come together, one batch after another, evenly over the round.</param>
/// <param name="Actions">In the order in which they begin.</param>
internal sealed record ChaosRound(IReadOnlyList<int> Batches, IReadOnlyList<ChaosAction> Actions)
{
    public const int Mails = 100;

    public static readonly TimeSpan Length = TimeSpan.FromSeconds(9);

    private const int LargestBatch = 25;
    private const int ActionsARound = 2;

    /// <summary>Rounds without end. All kinds of action come up equally often: they are drawn like cards, and shuffled anew when all are drawn.</summary>
    public static IEnumerable<ChaosRound> Draw(Random random)
    {
        var cards = new Queue<ActionKind>();
        while (true)
        {
            var actions = new List<ChaosAction>();
            for (var number = 0; number < ActionsARound; number++)
            {
                if (!cards.TryDequeue(out var kind))
                {
                    var all = Enum.GetValues<ActionKind>();
                    random.Shuffle(all);
                    cards = new Queue<ActionKind>(all);
                    kind = cards.Dequeue();
                }

                actions.Add(new ChaosAction(kind, Length * random.NextDouble(), DurationOf(kind, random)));
            }

            yield return new ChaosRound([.. DrawBatches(random)], [.. actions.OrderBy(action => action.At)]);
        }
    }

    private static IEnumerable<int> DrawBatches(Random random)
    {
        for (var left = Mails; left > 0;)
        {
            var batch = Math.Min(left, random.Next(1, LargestBatch + 1));
            left -= batch;
            yield return batch;
        }
    }

    private static TimeSpan DurationOf(ActionKind kind, Random random)
    {
        var (shortest, longest) = kind switch
        {
            ActionKind.StopPoller or ActionKind.StopOther => (1.0, 20.0),
            ActionKind.StopRedis => (1.0, 5.0),
            _ => (0.2, 3.0),
        };
        return TimeSpan.FromSeconds(shortest + ((longest - shortest) * random.NextDouble()));
    }
}
