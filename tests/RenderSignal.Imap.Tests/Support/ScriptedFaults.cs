using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

/// <summary>What a server does to a command, by name, and which command it is.</summary>
internal static class ScriptedFaults
{
    public static readonly string[] Names =
        ["NO", "BAD", "cut", "cut within the reply", "nonsense", "a literal too long", "a literal too short", "hang", "an empty OK", "no number", "a huge literal", "a deep structure"];

    public static bool IsHeaders(ImapCommand command) => command.Name == "UID FETCH" && command.Arguments.Contains("BODYSTRUCTURE", StringComparison.Ordinal);

    public static bool IsText(ImapCommand command) => command.Name == "UID FETCH" && !IsHeaders(command);

    public static bool Covers(ImapCommand command, uint uid) => command.Arguments.Split(' ')[0].Split(',').Select(range => range.Split(':')).Any(
        range => uint.Parse(range[0], null) <= uid && uid <= uint.Parse(range[^1], null));

    public static ScriptedReply Reply(string fault) => fault switch
    {
        "NO" => ScriptedReply.No("[SERVERBUG] cannot read this mail"),
        "BAD" => ScriptedReply.Bad("what?"),
        "cut" => ScriptedReply.Cut,
        "cut within the reply" => ScriptedReply.CutAfter(40),
        "nonsense" => ScriptedReply.Raw("* 3 FETCH ((((\"\\\r\n)))) {x}\r\n\0\u0001\r\n"),
        "a literal too long" => ScriptedReply.WrongLiteralSize(+1000),
        "a literal too short" => ScriptedReply.WrongLiteralSize(-5),
        "hang" => ScriptedReply.Hang,
        "an empty OK" => ScriptedReply.Lie(reply => reply[reply.LastIndexOf("\r\n", reply.Length - 3, StringComparison.Ordinal)..].TrimStart()),
        "no number" => ScriptedReply.Lie(reply => reply.Replace("UID 3", "UID 99999999999999999999", StringComparison.Ordinal)),
        "a huge literal" => ScriptedReply.WrongLiteralSize(2_000_000_000),
        "a deep structure" => ScriptedReply.Lie(reply => reply.Replace("BODYSTRUCTURE (", "BODYSTRUCTURE " + new string('(', 20_000), StringComparison.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
