namespace RenderSignal;

/// <summary>One rule of REFERENCE section 1 and what it found.</summary>
/// <param name="Rule">The rule: <c>sender</c>, <c>email_id</c>, <c>reply</c>, <c>webhook_window</c>, … ; names that stay.</param>
/// <param name="Finding">What it found, in words.</param>
/// <param name="Decides">Whether it decided; only the last step does.</param>
public sealed record DecisionStep(string Rule, string Finding, bool Decides);
