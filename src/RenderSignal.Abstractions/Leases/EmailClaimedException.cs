namespace RenderSignal;

/// <summary>Another server may be sending this mail, or has just sent it.</summary>
/// <param name="message">What is known of it, for the one who asked for the mail: a sentence.</param>
public sealed class EmailClaimedException(string message) : Exception(message);
