namespace RenderSignal.TestKit;

/// <summary>A command that a <see cref="ScriptedImapServer"/> received. Passwords are hidden, literals are shortened to their size.</summary>
/// <param name="Tag">The client's tag.</param>
/// <param name="Name">In capitals; <c>UID FETCH</c>, <c>UID SEARCH</c> and <c>UID STORE</c> with their first word.</param>
/// <param name="Arguments">All that follows the name, in the client's spelling.</param>
public sealed record ImapCommand(string Tag, string Name, string Arguments)
{
    /// <summary>The arguments with passwords and literals, one character for each octet.</summary>
    internal string Content { get; init; } = "";

    /// <summary>The whole command as one line.</summary>
    public override string ToString() => $"{Tag} {Name} {Arguments}".TrimEnd();
}
