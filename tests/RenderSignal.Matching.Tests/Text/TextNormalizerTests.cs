using System.Globalization;
using System.Text;
using CsCheck;

namespace RenderSignal.Matching.Tests.Text;

public sealed class TextNormalizerTests
{
    /// <summary>What mails are made of, and what a one-pass normaliser could stumble over.</summary>
    private static readonly Gen<string> Texts = Gen.Frequency(
            (6, Gen.Int[0x20, 0x7E]),
            (2, Gen.Int[0x00, 0x2F]),
            (3, Gen.Int[0xA0, 0x24F]),
            (3, Gen.Int[0x300, 0x36F]),
            (1, Gen.Int[0x370, 0x5FF]),
            (1, Gen.Int[0x900, 0xDFF]),
            (2, Gen.Int[0x1E00, 0x206F]),
            (1, Gen.Int[0xAC00, 0xD7A3]),
            (1, Gen.Int[0xF900, 0xFFFD]),
            (1, Gen.Int[0x10000, 0x10FFFF]))
        .Array[0, 40]
        .Select(codePoints => string.Concat(codePoints.Select(char.ConvertFromUtf32)));

    [Theory]
    [InlineData("", "")]
    [InlineData("  Désabonnement \r\n\t Journée ", "desabonnement journee")]
    [InlineData("Me\u0301dia", "media")]
    [InlineData("A\u00A0B\u2003C\u3000D\u001CE\u0085F", "a b c d e f")]
    [InlineData("\u0301 \u0301", "")]
    [InlineData("a \u0301 b", "a b")]
    [InlineData("Œuvre n° 7 – ÇA", "œuvre n° 7 – ca")]
    [InlineData("İI\u212B\u2126", "iiaω")]
    [InlineData("각", "\u1100\u1161\u11A8")]
    [InlineData("\U00010400😀\U0001F468\u200D\U0001F469", "\U00010428😀\U0001F468\u200D\U0001F469")]
    public void Accents_case_and_runs_of_white_space_do_not_matter(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void White_space_stays_when_only_letters_are_folded() =>
        Assert.Equal(" media \t solution\u00A0e", TextNormalizer.FoldLetters(" Média \t Solution\u00A0É"));

    [Theory]
    [InlineData("\uD800", "\uD800")]
    [InlineData("É\uDC00É\uD83D", "e\uDC00e\uD83D")]
    [InlineData("\uDC00\uD800\uD83D\uDE00 ", "\uDC00\uD800\uD83D\uDE00")]
    [InlineData("É\uFFFE\uFFFF", "e\uFFFE\uFFFF")]
    public void What_is_no_character_stays_as_it_is(string text, string expected) =>
        Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void Any_text_becomes_what_the_rule_says() =>
        Texts.Sample(text => TextNormalizer.Normalize(text) == ByTheRule(text), iter: 20_000);

    [Fact]
    public void Normalising_again_changes_nothing() =>
        Texts.Select(text => TextNormalizer.Normalize(text)).Sample(text => TextNormalizer.Normalize(text) == text, iter: 5_000);

    [Fact]
    public void Any_single_character_becomes_what_the_rule_says()
    {
        foreach (var codePoint in Enumerable.Range(0, 0x110000).Where(code => Rune.IsValid(code) && code is not 0xFFFE))
        {
            var text = char.ConvertFromUtf32(codePoint);
            if (TextNormalizer.Normalize(text) != ByTheRule(text))
            {
                Assert.Fail($"U+{codePoint:X4} became {TextNormalizer.Normalize(text)}");
            }
        }
    }

    private static string ByTheRule(string text)
    {
        var bare = text.Normalize(NormalizationForm.FormD).EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark);
        var words = string.Concat(bare).ToLowerInvariant()
            .Split(CharacterClass.WhiteSpace.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
