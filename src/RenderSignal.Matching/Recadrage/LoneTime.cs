namespace RenderSignal.Matching;

/// <summary>A time that stands anywhere in a text: <c>14h30</c>, <c>14h</c> or <c>14:30</c>, not part of a longer word or number.</summary>
internal static class LoneTime
{
    /// <summary>The first one with an h, else the first one with a colon, else null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        string? withColon = null;
        for (var at = 1; at < text.Length; at++)
        {
            var separator = text[at];
            if (separator is not ('h' or 'H' or ':') || !char.IsAsciiDigit(text[at - 1]) || (separator is ':' && withColon is not null))
            {
                continue;
            }

            if (TimeAround(text, at) is { } time)
            {
                if (separator is not ':')
                {
                    return time;
                }

                withColon = time;
            }
        }

        return withColon;
    }

    private static string? TimeAround(ReadOnlySpan<char> text, int separator)
    {
        var hour = separator >= 2 && char.IsAsciiDigit(text[separator - 2]) ? separator - 2 : separator - 1;
        var cursor = new TextCursor(text[hour..]);
        return !text[..hour].EndsWithWordCharacter()
            && cursor.ReadTime(out var time, out _)
            && !cursor.Rest.StartsWithWordCharacter()
                ? time
                : null;
    }
}
