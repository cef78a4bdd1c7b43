namespace RenderSignal.Server.Demo;

/// <summary>A mail of the demo.</summary>
/// <param name="Raw">The mail as it lies in the mailbox, with line feeds.</param>
/// <param name="IsBroken">Whether the mailbox refuses to hand out its text.</param>
internal sealed record DemoMail(string Raw, bool IsBroken = false);
