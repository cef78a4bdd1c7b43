using System.Text;

namespace RenderSignal.Matching;

/// <summary>
/// The forms in which texts are compared (REFERENCE section 3), made in one pass: a mail of any length is decided in no
/// time, which <see cref="string.Normalize(NormalizationForm)"/> on the whole of it would not allow.
/// </summary>
internal static class TextNormalizer
{
    /// <summary>Accents dropped, lower case, runs of white space as one space, trimmed.</summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var normalized = new StringBuilder(text.Length);
        var isSpaceDue = false;
        while (!text.IsEmpty)
        {
            if (CharacterClass.IsWhiteSpace(text[0]))
            {
                isSpaceDue = normalized.Length > 0;
                text = text[1..];
                continue;
            }

            var folded = LetterFolding.FoldFirst(ref text);
            if (folded.IsEmpty)
            {
                continue;
            }

            if (isSpaceDue)
            {
                normalized.Append(' ');
                isSpaceDue = false;
            }

            normalized.Append(folded);
        }

        return normalized.ToString();
    }

    /// <summary>Accents dropped, lower case; white space stays as it is.</summary>
    public static string FoldLetters(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            folded.Append(LetterFolding.FoldFirst(ref text));
        }

        return folded.ToString();
    }
}
