namespace RenderSignal;

/// <summary>A scenario of Make.com that is switched on and off with polling.</summary>
/// <param name="Variable">The variable that holds its number: what messages call it by.</param>
/// <param name="Id">Make.com's number of it.</param>
public sealed record MakeScenario(string Variable, int Id);
