using System.Text;
using MailKit.Net.Imap;

namespace RenderSignal.Imap.Tests;

public sealed class NestingGuardTests
{
    private static readonly string Many = new('(', 1000);

    public static TheoryData<string> Harmless =>
    [
        $"* 1 FETCH (BODY[1] {{1000}}\r\n{Many} UID 1)\r\n",
        $"* 1 FETCH (BODY \"{Many}\" X \"a\\\"{Many}\\\\\" UID 1)\r\n",
        string.Concat(Enumerable.Repeat("* OK what (is this\r\n", 1000)),
        string.Concat(Enumerable.Repeat("* OK what \"is this\r\n", 1000)),
        string.Concat(Enumerable.Repeat("* 1 FETCH ((\"a\") (\"b\" {1}\r\n())\r\n", 1000)),
        new string('(', 400) + "\r\n",
        new string(')', 4000) + "\r\n",
        "* 1 FETCH (BODY {99999999999999999999999}\r\n" + Many,
    ];

    public static TheoryData<string> Deep =>
    [
        Many,
        new string(')', 1000) + Many,
        $"* 1 FETCH (BODYSTRUCTURE {Many}",
        string.Concat(Enumerable.Repeat("(\"message\" \"rfc822\" {2}\r\n)) 7 ", 1000)),
        $"* 1 FETCH (BODY[1] {{3}}\r\nabc{Many}",
        "* OK {3} }\r\n" + Many,
    ];

    [Theory, MemberData(nameof(Harmless))]
    public void What_is_no_nesting_passes(string answer) => Send(answer, answer.Length);

    [Theory, MemberData(nameof(Deep))]
    public void What_is_nested_too_deep_breaks_the_connection(string answer)
    {
        Assert.Throws<ImapProtocolException>(() => Send(answer, answer.Length));
        Assert.Throws<ImapProtocolException>(() => Send(answer, 1));
    }

    private static void Send(string answer, int packet)
    {
        using var guard = new NestingGuard();
        foreach (var part in Encoding.Latin1.GetBytes(answer).Chunk(packet))
        {
            guard.LogServer(part, 0, part.Length);
        }
    }
}
