namespace RenderSignal.Matching;

/// <summary>Takes reply prefixes off subjects (REFERENCE section 3).</summary>
internal static class ReplyPrefix
{
    private static readonly string[] Prefixes = ["re", "fw", "fwd", "rv", "tr", "confirmation"];

    /// <summary>The subject without any of its prefixes, trimmed.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> subject)
    {
        while (AfterFirst(subject, out var rest))
        {
            subject = rest;
        }

        return subject.Trim();
    }

    private static bool AfterFirst(ReadOnlySpan<char> subject, out ReadOnlySpan<char> rest)
    {
        foreach (var prefix in Prefixes)
        {
            if (subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && subject[prefix.Length..].SkipWhiteSpace() is [':', .. var afterColon])
            {
                rest = afterColon.SkipWhiteSpace();
                return true;
            }
        }

        rest = subject;
        return false;
    }
}
