namespace RenderSignal;

/// <summary>One rule of REFERENCE section 1 and what it found.</summary>
/// <param name="Rule">The rule: <c>sender</c>, <c>email_id</c>, <c>reply</c>, <c>webhook_window</c>, … ; names that stay.</param>
/// <param name="Finding">What it found; of the step that decided, the reason: <see cref="ReasonText.PhraseFor(Decision)"/>.</param>
/// <param name="Decides">Whether it decided; only the last step does.</param>
public sealed record DecisionStep(string Rule, Phrase Finding, bool Decides);
