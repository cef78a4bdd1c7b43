namespace RenderSignal.Matching;

/// <summary>A time that stands anywhere in a text: <c>14h30</c>, <c>14h</c> or <c>14:30</c>, not part of a longer word or number.</summary>
internal static class LoneTime
{
    /// <summary>The first one with an h, else the first one with a colon, else null.</summary>
    public static ClockTime? Find(ReadOnlySpan<char> text)
    {
        ClockTime? withColon = null;
        for (var at = 1; at < text.Length; at++)
        {
            var separator = text[at];
            if (separator is 'h' or 'H' && TimeAround(text, at) is { } withH)
            {
                return withH;
            }

            if (separator is ':')
            {
                withColon ??= TimeAround(text, at);
            }
        }

        return withColon;
    }

    private static ClockTime? TimeAround(ReadOnlySpan<char> text, int separator)
    {
        if (!char.IsAsciiDigit(text[separator - 1]))
        {
            return null;
        }

        var hour = separator >= 2 && char.IsAsciiDigit(text[separator - 2]) ? separator - 2 : separator - 1;
        if (text[..hour].EndsWithWordCharacter())
        {
            return null;
        }

        var cursor = new TextCursor(text[hour..]);
        return cursor.ReadTime(out var time, out _) && !cursor.Rest.StartsWithWordCharacter() ? time : null;
    }
}
