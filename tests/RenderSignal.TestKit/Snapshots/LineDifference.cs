using System.Text;

namespace RenderSignal.TestKit;

/// <summary>Two texts side by side: common beginning and end left out but for a few lines, what is between marked - and +.</summary>
internal static class LineDifference
{
    private const int Context = 3;

    public static string Describe(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var shorter = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < shorter && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var text = new StringBuilder().Append("@@ line ").Append(head + 1).Append(" @@\n");
        Append(text, ' ', before[Math.Max(0, head - Context)..head]);
        Append(text, '-', before[head..^tail]);
        Append(text, '+', after[head..^tail]);
        Append(text, ' ', after[^tail..^Math.Max(0, tail - Context)]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char mark, string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).Append(' ').Append(line).Append('\n');
        }
    }
}
