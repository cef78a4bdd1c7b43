namespace RenderSignal.Matching;

internal static class TextSearch
{
    /// <summary>Where a part next begins at or after <paramref name="start"/>; −1 when it does not.</summary>
    public static int IndexOfFrom(this ReadOnlySpan<char> text, int start, string part, StringComparison comparison = StringComparison.Ordinal)
    {
        var offset = text[start..].IndexOf(part, comparison);
        return offset < 0 ? offset : start + offset;
    }

    /// <summary>Whether a word occurs that no letter, number or underscore precedes or follows.</summary>
    /// <param name="text">The text to look in.</param>
    /// <param name="word">A word in the case and with the accents it has in <paramref name="text"/>.</param>
    public static bool ContainsWord(this ReadOnlySpan<char> text, string word)
    {
        for (var at = text.IndexOfFrom(0, word); at >= 0; at = text.IndexOfFrom(at + word.Length, word))
        {
            if (!text[..at].EndsWithWordCharacter() && !text[(at + word.Length)..].StartsWithWordCharacter())
            {
                return true;
            }
        }

        return false;
    }
}
