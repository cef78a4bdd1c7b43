namespace RenderSignal;

/// <summary>Somebody else's text made fit for a log line: nothing that could forge a line, turn the rest of it around or command a terminal, and not long.</summary>
public static class PrintableText
{
    private const int MaxLength = 120;

    /// <summary>The text with a blank in the place of each control character, line separator and mark of writing direction.</summary>
    /// <param name="text">What somebody else wrote.</param>
    /// <param name="maxLength">How many characters are kept; a longer text ends in an ellipsis.</param>
    public static string For(string text, int maxLength = MaxLength)
    {
        var cut = text.Length > maxLength ? TextCut.At(text, maxLength) + "…" : text;
        return new string([.. cut.Select(character => IsPrintable(character) ? character : ' ')]);
    }

    // The two separators end a line for some readers of logs, though they are no control characters. Marks of direction (UAX #9, section 2)
    // reach beyond the text that they stand in.
    private static bool IsPrintable(char character) => !char.IsControl(character)
        && character is not ('\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
