namespace RenderSignal;

/// <summary>What Make.com says of a scenario.</summary>
/// <param name="IsOn">Whether it is on; null: Make.com does not tell.</param>
/// <param name="Error">Why it does not tell, in words without a key or an address; null when it does.</param>
public sealed record MakeScenarioState(bool? IsOn, string? Error);
