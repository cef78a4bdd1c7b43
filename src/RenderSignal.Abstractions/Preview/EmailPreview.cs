namespace RenderSignal;

/// <summary>What would become of a mail that came now.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Steps">How it came about: the rules that were asked, in order; the last one decided.</param>
/// <param name="SubjectGroup">The subject group, scoped by month.</param>
public sealed record EmailPreview(Decision Decision, IReadOnlyList<DecisionStep> Steps, string SubjectGroup)
{
    /// <summary>What is sent of it, or would be if the decision were to send it; null when its target does not say or is not set.</summary>
    public DeliveryPreview? Delivery { get; init; }
}
