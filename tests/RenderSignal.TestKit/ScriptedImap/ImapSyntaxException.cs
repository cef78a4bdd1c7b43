namespace RenderSignal.TestKit;

/// <summary>A command that the scripted server does not understand; it answers BAD with the message.</summary>
internal sealed class ImapSyntaxException(string message) : Exception(message);
