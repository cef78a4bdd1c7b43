namespace RenderSignal.TestKit;

/// <summary>A mail that lies in a mailbox.</summary>
/// <param name="Uid">Its UID.</param>
/// <param name="Seen">Whether it is marked <c>\Seen</c>.</param>
public readonly record struct MailState(uint Uid, bool Seen);
