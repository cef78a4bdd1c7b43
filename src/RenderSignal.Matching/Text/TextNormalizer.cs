using System.Text;

namespace RenderSignal.Matching;

/// <summary>
/// The forms in which texts are compared (REFERENCE section 3), made in one pass: a mail of any length is decided in no
/// time, which <see cref="string.Normalize(NormalizationForm)"/> on the whole of it would not allow.
/// </summary>
internal static class TextNormalizer
{
    /// <summary>Accents dropped, lower case, runs of white space as one space, trimmed.</summary>
    public static string Normalize(ReadOnlySpan<char> text) => Fold(text, foldsWhiteSpace: true);

    /// <summary>Accents dropped, lower case; white space stays as it is.</summary>
    public static string FoldLetters(ReadOnlySpan<char> text) => Fold(text, foldsWhiteSpace: false);

    private static string Fold(ReadOnlySpan<char> text, bool foldsWhiteSpace)
    {
        var folded = new StringBuilder(text.Length);
        var isSpaceDue = false;
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            var character = text[at];
            if (foldsWhiteSpace && CharacterClass.IsWhiteSpace(character))
            {
                isSpaceDue = folded.Length > 0;
            }
            else if (char.IsAscii(character))
            {
                AppendSpaceIfDue();
                folded.Append(char.ToLowerInvariant(character));
            }
            else if (LetterFolding.FoldFirst(text[at..], out length) is { IsEmpty: false } letters)
            {
                AppendSpaceIfDue();
                folded.Append(letters);
            }

            at += length;
        }

        return folded.ToString();

        void AppendSpaceIfDue()
        {
            if (isSpaceDue)
            {
                folded.Append(' ');
                isSpaceDue = false;
            }
        }
    }
}
