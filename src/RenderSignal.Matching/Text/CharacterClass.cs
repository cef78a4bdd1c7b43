using System.Buffers;
using System.Text;

namespace RenderSignal.Matching;

/// <summary>White space and word boundaries as the reference's regular expressions (Python's, on text) know them.</summary>
internal static class CharacterClass
{
    /// <summary>Python's <c>\s</c>: what .NET calls white space, and the information separators.</summary>
    public const string WhiteSpace =
        "\t\n\v\f\r\u001C\u001D\u001E\u001F \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    public static bool IsWhiteSpace(char character) => char.IsWhiteSpace(character) || character is >= '\u001C' and <= '\u001F';

    public static ReadOnlySpan<char> SkipWhiteSpace(this ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsWhiteSpace(text[start]))
        {
            start++;
        }

        return text[start..];
    }

    public static ReadOnlySpan<char> SkipWhiteSpaceBackwards(this ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    public static bool StartsWithWordCharacter(this ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var first, out _) is OperationStatus.Done && IsWordCharacter(first);

    public static bool EndsWithWordCharacter(this ReadOnlySpan<char> text) =>
        Rune.DecodeLastFromUtf16(text, out var last, out _) is OperationStatus.Done && IsWordCharacter(last);

    /// <summary>Python's <c>\w</c>: letters, numbers of every kind and the underscore, but, unlike .NET's, no combining marks.</summary>
    private static bool IsWordCharacter(Rune character) =>
        Rune.IsLetter(character) || Rune.IsNumber(character) || character.Value is '_';
}
