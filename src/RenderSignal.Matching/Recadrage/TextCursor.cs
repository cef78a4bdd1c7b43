using System.Globalization;

namespace RenderSignal.Matching;

/// <summary>Reads a text piece by piece. A method that returns false leaves the cursor anywhere: copy it before trying.</summary>
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
        while (length < most && length < Rest.Length && char.IsAsciiDigit(Rest[length]))
        {
            length++;
        }

        number = length is 0 ? 0 : int.Parse(Rest[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        Rest = Rest[length..];
        return length >= least;
    }

    /// <summary>Reads <c>14h30</c>, <c>14h</c> or <c>14:30</c>.</summary>
    public bool ReadTime(out string time, out bool hasColon)
    {
        time = "";
        hasColon = false;
        if (!ReadNumber(1, 2, out var hour))
        {
            return false;
        }

        hasColon = Read(":");
        if ((!hasColon && !Read("h")) || !ReadNumber(hasColon ? 2 : 0, 2, out var minute))
        {
            return false;
        }

        time = DeliveryTimeReader.Format(hour, minute);
        return true;
    }
}
