namespace RenderSignal.Matching;

/// <summary>Reads a text piece by piece. A method that returns false may have read a part: copy the cursor before trying.</summary>
internal ref struct TextCursor(ReadOnlySpan<char> text)
{
    /// <summary>What was not read yet.</summary>
    public ReadOnlySpan<char> Rest { get; private set; } = text;

    public bool Read(string word)
    {
        var isThere = Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        Rest = isThere ? Rest[word.Length..] : Rest;
        return isThere;
    }

    public bool ReadBlanks()
    {
        var before = Rest.Length;
        Rest = Rest.SkipWhiteSpace();
        return Rest.Length < before;
    }

    /// <summary>
    /// Reads one <c>à</c> or <c>a</c> and the blanks that must follow. A decomposed à (<c>a</c>, U+0300) is none: so it
    /// was recorded from the reference.
    /// </summary>
    public bool ReadPreposition() => (Read("à") || Read("a")) && ReadBlanks();

    /// <summary>Reads as many digits as there are up to <paramref name="most"/>, at least <paramref name="least"/>.</summary>
    public bool ReadNumber(int least, int most, out int number)
    {
        var length = 0;
        for (number = 0; length < most && length < Rest.Length && char.IsAsciiDigit(Rest[length]); length++)
        {
            number = (number * 10) + Rest[length] - '0';
        }

        Rest = Rest[length..];
        return length >= least;
    }

    /// <summary>Reads <c>14h30</c>, <c>14h</c> or <c>14:30</c>.</summary>
    public bool ReadTime(out ClockTime time, out bool hasColon)
    {
        var isTime = ReadNumber(1, 2, out var hour);
        hasColon = Read(":");
        isTime &= hasColon || Read("h");
        isTime &= ReadNumber(hasColon ? 2 : 0, 2, out var minute);
        time = new ClockTime(hour, minute);
        return isTime;
    }
}
