namespace RenderSignal.TestKit;

/// <summary>What a test expected is not so.</summary>
public sealed class ExpectationException(string message) : Exception(message);
