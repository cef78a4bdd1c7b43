using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RenderSignal.TestKit;

/// <summary>A fault: what a <see cref="ScriptedImapServer"/> does with a command instead of carrying it out properly.</summary>
public sealed partial record ScriptedReply
{
    private ScriptedReply()
    {
    }

    /// <summary>The connection is closed and the command is not carried out.</summary>
    public static ScriptedReply Cut { get; } = new() { Instead = _ => "", OctetsBeforeCut = 0 };

    /// <summary>The command is never answered, until the connection is closed.</summary>
    public static ScriptedReply Hang { get; } = new() { Instead = _ => "", Released = new TaskCompletionSource().Task };

    internal static ScriptedReply Proper { get; } = new();

    /// <summary>What is sent in place of the proper reply; the command is then not carried out.</summary>
    internal Func<ImapCommand, string>? Instead { get; private init; }

    /// <summary>What becomes of the reply, one character for each octet.</summary>
    internal Func<string, string> Change { get; private init; } = reply => reply;

    internal int? OctetsBeforeCut { get; private init; }

    internal Task Released { get; private init; } = Task.CompletedTask;

    /// <summary>The command is refused: <c>NO text</c>. A response code stands at the beginning of the text.</summary>
    public static ScriptedReply No(string text) => new() { Instead = command => $"{command.Tag} NO {text}\r\n" };

    /// <summary>The command is not understood: <c>BAD text</c>.</summary>
    public static ScriptedReply Bad(string text) => new() { Instead = command => $"{command.Tag} BAD {text}\r\n" };

    /// <summary>These octets and nothing else.</summary>
    public static ScriptedReply Raw(byte[] octets) => new() { Instead = _ => Encoding.Latin1.GetString(octets) };

    /// <summary>This text in UTF-8 and nothing else: neither a tag nor a line end is added.</summary>
    public static ScriptedReply Raw(string text) => Raw(Encoding.UTF8.GetBytes(text));

    /// <summary>The command is carried out, but its reply breaks off after so many octets, and the connection is closed.</summary>
    public static ScriptedReply CutAfter(int octets) => new() { OctetsBeforeCut = octets };

    /// <summary>The command is carried out and answered when the test completes the task.</summary>
    public static ScriptedReply After(Task released) => new() { Released = released };

    /// <summary>The command is carried out, and its reply is changed on the way; one character stands for one octet.</summary>
    public static ScriptedReply Lie(Func<string, string> change) => new() { Change = change };

    /// <summary>The command is carried out, but each literal in its reply is announced so many octets longer than it is.</summary>
    public static ScriptedReply WrongLiteralSize(int difference) => Lie(reply => Literal().Replace(reply, literal =>
        $"{{{int.Parse(literal.Groups["size"].Value, CultureInfo.InvariantCulture) + difference}}}\r\n"));

    /// <summary>The same reply, after which the connection is closed.</summary>
    public ScriptedReply ThenCut() => this with { OctetsBeforeCut = int.MaxValue };

    [GeneratedRegex(@"\{(?<size>\d+)\}\r\n")]
    private static partial Regex Literal();
}
