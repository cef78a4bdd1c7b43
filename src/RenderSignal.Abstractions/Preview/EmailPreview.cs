namespace RenderSignal;

/// <summary>What would become of a mail that came now.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Steps">How it came about: the rules that were asked, in order; the last one decided.</param>
/// <param name="SubjectGroup">The subject group, scoped by month.</param>
public sealed record EmailPreview(Decision Decision, IReadOnlyList<DecisionStep> Steps, string SubjectGroup)
{
    /// <summary>What the mail is recognised as, whether or not the decision asked; null: nothing.</summary>
    public Detection? Detection { get; init; }

    /// <summary>The delivery links of the mail, whether or not the decision looked for them.</summary>
    public IReadOnlyList<DeliveryLink> Links { get; init; } = [];

    /// <summary>
    /// What is sent of it, or would be if neither a rule nor the switch that stops all sending held it back; null when its receiver is not
    /// set or its target does not say.
    /// </summary>
    public DeliveryPreview? Delivery { get; init; }
}
