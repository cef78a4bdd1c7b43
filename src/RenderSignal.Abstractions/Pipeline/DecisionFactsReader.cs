using NodaTime;

namespace RenderSignal;

/// <summary>Gathers what a decision rests on beside the mail: the time, and what is remembered.</summary>
internal sealed class DecisionFactsReader(IDedupStore dedup, ISendRateStore sendRate, RetryBackoff backoff, IClock clock)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>What is to be known before the body is fetched.</summary>
    public async Task<DecisionFacts> ReadAsync(EmailEnvelope email, RenderSignalSettings settings, CancellationToken cancellationToken) => new()
    {
        Settings = settings,
        Now = clock.GetCurrentInstant().InZone(settings.Polling.TimeZone),
        IsProcessed = await dedup.IsProcessedAsync(email.Id, cancellationToken),
        NotBefore = await backoff.NotBeforeAsync(email.Id, cancellationToken),
    };

    /// <summary>What is to be known with the body.</summary>
    /// <param name="facts">The facts so far.</param>
    /// <param name="group">The mail's subject group, scoped by month.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DecisionFacts> CompleteAsync(DecisionFacts facts, string group, CancellationToken cancellationToken) => facts with
    {
        IsGroupProcessed = await dedup.IsGroupProcessedAsync(group, cancellationToken),
        CustomSendsLastHour = await sendRate.CountSinceAsync(facts.Now.ToInstant() - Hour, cancellationToken),
    };
}
