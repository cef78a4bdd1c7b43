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

    private static readonly string Unchanged = new('=', 1);
    private static readonly string?[]?[] Pages = new string?[]?[0x110000 / PageSize];

    /// <summary>Takes the first character off a text and returns what it becomes; empty for an accent that stands alone.</summary>
    public static ReadOnlySpan<char> FoldFirst(ref ReadOnlySpan<char> text)
    {
        var isWellFormed = Rune.DecodeFromUtf16(text, out var rune, out var length) is OperationStatus.Done;
        var character = text[..length];
        text = text[length..];
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
