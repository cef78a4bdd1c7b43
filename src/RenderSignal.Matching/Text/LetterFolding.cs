using System.Buffers;
using System.Globalization;
using System.Text;

namespace RenderSignal.Matching;

/// <summary>
/// What a single character becomes without accents and in lower case. Each code point is decomposed once and remembered;
/// the memory is bounded by the number of code points.
/// </summary>
internal static class LetterFolding
{
    private const int PageSize = 256;

    /// <summary>Stands for "itself"; known by its reference, so that most characters need no string of their own.</summary>
    private static readonly string Unchanged = new('=', 1);

    private static readonly string?[]?[] Pages = new string?[]?[0x110000 / PageSize];

    /// <summary>What the first character of a text becomes; nothing for an accent that stands alone.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <param name="length">The length of the first character: 1 or 2.</param>
    public static ReadOnlySpan<char> FoldFirst(ReadOnlySpan<char> text, out int length)
    {
        var isWellFormed = Rune.DecodeFromUtf16(text, out var rune, out length) is OperationStatus.Done;
        var character = text[..length];
        if (!isWellFormed)
        {
            return character;
        }

        // Racing threads compute equal values, so the last one may win.
        var page = Pages[rune.Value / PageSize] ??= new string?[PageSize];
        var folded = page[rune.Value % PageSize] ??= Fold(character.ToString());
        return ReferenceEquals(folded, Unchanged) ? character : folded;
    }

    private static string Fold(string character)
    {
        // The one code point besides lone surrogates that string.Normalize refuses.
        if (character is "\uFFFE")
        {
            return Unchanged;
        }

        var folded = new StringBuilder();
        foreach (var part in character.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Rune.ToLowerInvariant(part).ToString());
            }
        }

        var result = folded.ToString();
        return result == character ? Unchanged : result;
    }
}
