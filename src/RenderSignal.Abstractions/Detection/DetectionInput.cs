using NodaTime;

namespace RenderSignal;

/// <summary>What a detector may look at.</summary>
public sealed record DetectionInput
{
    /// <summary>The decoded subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The mail's text: <see cref="EmailBody.Content"/>.</summary>
    public required string Body { get; init; }

    /// <summary><see cref="Subject"/> after <see cref="ITextAnalyzer.Normalize"/>.</summary>
    public required string NormalizedSubject { get; init; }

    /// <summary><see cref="Body"/> after <see cref="ITextAnalyzer.Normalize"/>.</summary>
    public required string NormalizedBody { get; init; }

    /// <summary>The delivery links of <see cref="Body"/>.</summary>
    public required IReadOnlyList<DeliveryLink> Links { get; init; }

    /// <summary>The time of the decision, in the polling time zone.</summary>
    public required ZonedDateTime Now { get; init; }
}
