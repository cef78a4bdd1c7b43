namespace RenderSignal;

/// <summary>A stored settings document cannot be understood. The message names the document and what to do.</summary>
public sealed class SettingsDocumentException(string message, Exception? innerException = null)
    : Exception(message, innerException);
