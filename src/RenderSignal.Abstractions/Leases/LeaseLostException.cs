namespace RenderSignal;

/// <summary>This process may not go on: what it held may be another's by now. Mails not acknowledged stay unseen for the other.</summary>
/// <param name="message">What was lost, for a log.</param>
public sealed class LeaseLostException(string message) : Exception(message);
