namespace RenderSignal.Chaos.Tests;

/// <summary>A kill or a stop of a server, which may cost one mail's being sent again: the one that it was about to remember.</summary>
/// <param name="Server">The server's name.</param>
/// <param name="At">When, since the cluster's start.</param>
internal sealed record Surprise(string Server, TimeSpan At);
